package za.lexohub.api.party;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.party.Wording;

/** Seals what tells about people, here at the edge, before a command is built of it. */
public final class Sealing {
  private final PersonalDataVault vault;

  public Sealing(PersonalDataVault vault) {
    this.vault = vault;
  }

  /** The client of a file: a matter or a pro forma. */
  public Party client(TenantId tenant, UUID fileId, PartyInput client) {
    return vault.seal(tenant, DataSubjects.client(fileId), client.details());
  }

  public Party attorney(TenantId tenant, UUID fileId, AttorneyInput attorney) {
    return vault.seal(tenant, DataSubjects.attorney(fileId), attorney.details());
  }

  /** The attorney of a file, as far as a letter needs to know. */
  public Party addressee(TenantId tenant, UUID fileId, String name, String email) {
    return vault.seal(
        tenant, DataSubjects.attorney(fileId), PartyDetails.of(name.strip(), email.strip()));
  }

  /**
   * The free text of a file.
   *
   * @param lines one description per line of the document, in their order
   */
  public PersonalData wording(
      TenantId tenant,
      UUID fileId,
      String title,
      @Nullable String description,
      @Nullable String narrative,
      List<String> lines) {
    Wording wording = new Wording(title.strip(), description, narrative, lines);
    return vault.seal(tenant, DataSubjects.wording(fileId), (Object) wording);
  }

  /**
   * A reason, a reference or a wish: what a person types may tell about people.
   *
   * @param fileId of the matter, pro forma or invoice it is about
   */
  public PersonalData note(TenantId tenant, UUID fileId, String note) {
    return vault.seal(tenant, DataSubjects.wording(fileId), (Object) note);
  }

  /** A reason that outlives the file it is about: it is the advocate's own, and names nobody. */
  public PersonalData lasting(TenantId tenant, String reason) {
    return vault.seal(tenant, DataSubjects.advocate(tenant), (Object) reason);
  }

  /** The advocate's own particulars or accounts. */
  public PersonalData practice(TenantId tenant, Object particulars) {
    return vault.seal(tenant, DataSubjects.advocate(tenant), particulars);
  }

  /** A {@link #lasting} reason that may be left out; a blank one is. */
  public @Nullable PersonalData lastingIfGiven(TenantId tenant, @Nullable String reason) {
    return reason == null || reason.isBlank() ? null : lasting(tenant, reason);
  }

  /** A {@link #note} that may be left out; a blank one is. */
  public @Nullable PersonalData noteIfGiven(TenantId tenant, UUID fileId, @Nullable String note) {
    return note == null || note.isBlank() ? null : note(tenant, fileId, note);
  }
}
