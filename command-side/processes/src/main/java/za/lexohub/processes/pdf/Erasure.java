package za.lexohub.processes.pdf;

import java.util.Collections;
import java.util.List;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.party.Wording;

/** What a paper says in place of personal data whose key was destroyed. */
final class Erasure {

  static final String ERASED = "[erased]";

  static PartyDetails party(PersonalDataVault vault, TenantId tenant, Party party) {
    return vault
        .open(tenant, party.details(), PartyDetails.class)
        .orElseGet(() -> PartyDetails.of(ERASED, null));
  }

  static Wording wording(
      PersonalDataVault vault, TenantId tenant, PersonalData wording, int lines) {
    return vault
        .open(tenant, wording, Wording.class)
        .orElseGet(() -> new Wording(ERASED, null, null, erased(lines)));
  }

  /** What a person typed. */
  static String note(PersonalDataVault vault, TenantId tenant, PersonalData note) {
    return vault.open(tenant, note, String.class).orElse(ERASED);
  }

  private static List<String> erased(int lines) {
    return Collections.nCopies(lines, ERASED);
  }

  private Erasure() {}
}
