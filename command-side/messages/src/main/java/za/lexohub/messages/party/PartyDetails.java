package za.lexohub.messages.party;

import org.jspecify.annotations.Nullable;

/**
 * Who a client, an attorney or an advocate is, in plain text: lives in memory and in read models,
 * and in the log only inside {@link PersonalData}.
 *
 * @param firm the firm of an attorney
 * @param firmReference the attorney's own reference for the brief
 * @param vatNumber of a recipient that is a vendor (VAT Act s20(4))
 */
public record PartyDetails(
    String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String address,
    @Nullable String firm,
    @Nullable String firmReference,
    @Nullable String vatNumber) {

  public PartyDetails {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
  }

  /** Somebody known by name and e-mail address alone. */
  public static PartyDetails of(String name, @Nullable String email) {
    return new PartyDetails(name, email, null, null, null, null, null);
  }
}
