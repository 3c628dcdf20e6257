package za.lexohub.audit.asof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.practice.SupplierDetails;

/** Opens what events keep sealed. Where the key was destroyed it says so instead. */
public final class Opening {

  /** What the live reads show in the place of a name or text whose key was destroyed. */
  static final String ERASED = "[erased]";

  private static final Set<String> ENVELOPE = Set.of("subjectId", "keyId", "nonce", "ciphertext");

  private final PersonalDataVault vault;

  public Opening(PersonalDataVault vault) {
    this.vault = vault;
  }

  Map<String, @Nullable Object> party(TenantId tenant, Party party) {
    Optional<PartyDetails> open = vault.open(tenant, party.details(), PartyDetails.class);
    return Fields.of(
        "name", open.map(PartyDetails::name).orElse(ERASED),
        "email", open.map(PartyDetails::email).orElse(null),
        "phone", open.map(PartyDetails::phone).orElse(null),
        "address", open.map(PartyDetails::address).orElse(null),
        "firm", open.map(PartyDetails::firm).orElse(null),
        "firmReference", open.map(PartyDetails::firmReference).orElse(null),
        "vatNumber", open.map(PartyDetails::vatNumber).orElse(null));
  }

  Map<String, @Nullable Object> supplier(TenantId tenant, Supplier supplier) {
    Optional<SupplierDetails> open = vault.open(tenant, supplier.details(), SupplierDetails.class);
    return Fields.of(
        "name", open.map(SupplierDetails::name).orElse(ERASED),
        "bar", supplier.bar().name(),
        "vatRegistered", supplier.vatRegistered(),
        "practiceNumber", open.map(SupplierDetails::practiceNumber).orElse(null),
        "vatNumber", open.map(SupplierDetails::vatNumber).orElse(null));
  }

  @Nullable String text(TenantId tenant, @Nullable PersonalData sealed) {
    return sealed == null ? null : vault.open(tenant, sealed, String.class).orElse(ERASED);
  }

  Optional<Wording> wording(TenantId tenant, PersonalData sealed) {
    return vault.open(tenant, sealed, Wording.class);
  }

  /**
   * A stored payload with every envelope in it opened, or {@code {"erased": true}} in its place.
   */
  public Opened payload(TenantId tenant, Map<String, @Nullable Object> stored) {
    boolean[] erased = {false};
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    stored.forEach((name, value) -> data.put(name, opened(tenant, value, erased)));
    return new Opened(data, erased[0]);
  }

  private @Nullable Object opened(TenantId tenant, @Nullable Object value, boolean[] erased) {
    return switch (value) {
      case Map<?, ?> object when object.keySet().equals(ENVELOPE) -> {
        Optional<Object> open = vault.open(tenant, envelope(object), Object.class);
        erased[0] |= open.isEmpty();
        yield open.orElse(Map.of("erased", true));
      }
      case Map<?, ?> object -> {
        Map<String, @Nullable Object> inside = new LinkedHashMap<>();
        object.forEach((name, v) -> inside.put(String.valueOf(name), opened(tenant, v, erased)));
        yield inside;
      }
      case List<?> list ->
          list.stream().<@Nullable Object>map(item -> opened(tenant, item, erased)).toList();
      case null, default -> value;
    };
  }

  private static PersonalData envelope(Map<?, ?> object) {
    return new PersonalData(
        UUID.fromString(String.valueOf(object.get("subjectId"))),
        UUID.fromString(String.valueOf(object.get("keyId"))),
        String.valueOf(object.get("nonce")),
        String.valueOf(object.get("ciphertext")));
  }

  /**
   * @param erased some of it can no longer be opened
   */
  public record Opened(Map<String, @Nullable Object> data, boolean erased) {}
}
