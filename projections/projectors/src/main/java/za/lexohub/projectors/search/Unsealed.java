package za.lexohub.projectors.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.party.Wording;
import za.lexohub.readmodels.search.DocumentChange;
import za.lexohub.readmodels.search.SearchField;

/** Puts what was sealed into a search document in plain text, or says that it was erased. */
class Unsealed {

  /** Stands where personal data was whose key is destroyed. */
  static final String ERASED = "[erased]";

  private final PersonalDataVault vault;

  Unsealed(PersonalDataVault vault) {
    this.vault = vault;
  }

  DocumentChange client(DocumentChange change, Party client) {
    return change.with(
        SearchField.CLIENT_NAME, open(change, client).map(PartyDetails::name).orElse(ERASED));
  }

  DocumentChange attorney(DocumentChange change, Party attorney) {
    var details = open(change, attorney);
    return change
        .with(SearchField.ATTORNEY, details.map(PartyDetails::name).orElse(ERASED))
        .with(SearchField.FIRM, details.map(Unsealed::firm).orElse(null));
  }

  /** The title, and what there is of description and narrative. */
  DocumentChange wording(DocumentChange change, PersonalData sealed) {
    var wording = vault.open(new TenantId(change.tenant()), sealed, Wording.class);
    return change
        .with(SearchField.TITLE, wording.map(Wording::title).orElse(ERASED))
        .with(SearchField.DESCRIPTION, wording.map(Unsealed::description).orElse(ERASED));
  }

  /** What the other methods would say, were the keys gone already. */
  static DocumentChange erased(DocumentChange change, ErasedData erased) {
    if (erased.erases(FileSubject.CLIENT)) {
      change = change.with(SearchField.CLIENT_NAME, ERASED);
    }
    if (erased.erases(FileSubject.ATTORNEY)) {
      change = change.with(SearchField.ATTORNEY, ERASED).with(SearchField.FIRM, null);
    }
    if (erased.erases(FileSubject.WORDING)) {
      change = change.with(SearchField.TITLE, ERASED).with(SearchField.DESCRIPTION, ERASED);
    }
    return change;
  }

  private Optional<PartyDetails> open(DocumentChange change, Party party) {
    return vault.open(new TenantId(change.tenant()), party.details(), PartyDetails.class);
  }

  private static @Nullable String firm(PartyDetails details) {
    return details.firm();
  }

  private static String description(Wording wording) {
    StringBuilder text = new StringBuilder();
    append(text, wording.description());
    append(text, wording.narrative());
    return text.toString();
  }

  private static void append(StringBuilder text, @Nullable String part) {
    if (part != null && !part.isBlank()) {
      text.append(text.isEmpty() ? "" : "\n").append(part);
    }
  }
}
