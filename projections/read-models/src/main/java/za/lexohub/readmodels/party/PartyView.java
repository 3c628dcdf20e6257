package za.lexohub.readmodels.party;

import org.jspecify.annotations.Nullable;

/**
 * A client or attorney.
 *
 * @param name {@value #ERASED} once the person's data was erased; everything else is then absent
 * @param firmReference the attorney's own reference for the brief
 */
public record PartyView(
    String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String address,
    @Nullable String firm,
    @Nullable String firmReference,
    @Nullable String vatNumber) {

  /** Stands in place of personal data whose key was destroyed. */
  public static final String ERASED = "[erased]";

  public static PartyView erased() {
    return new PartyView(ERASED, null, null, null, null, null, null);
  }
}
