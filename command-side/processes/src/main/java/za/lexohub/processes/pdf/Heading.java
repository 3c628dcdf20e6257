package za.lexohub.processes.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.party.Wording;
import za.lexohub.processes.invoice.InvoiceContent;

/**
 * Whom a paper about an issued invoice is for, and in which matter.
 *
 * @param attorney who owes the invoice
 * @param client whose matter it is
 * @param title of the matter
 */
record Heading(
    PartyDetails attorney,
    PartyDetails client,
    String title,
    @Nullable String matterReference,
    @Nullable String courtCaseNumber) {

  static Heading of(
      PersonalDataVault vault, References references, TenantId tenant, InvoiceContent content) {
    Wording wording = Erasure.wording(vault, tenant, content.wording(), content.lines().size());
    References.Matter matter = references.matter(tenant, content.generated().matterId());
    return new Heading(
        Erasure.party(vault, tenant, content.attorney()),
        Erasure.party(vault, tenant, content.generated().client()),
        wording.title(),
        matter.reference(),
        matter.courtCaseNumber());
  }

  /** The references by the words of the paper that shows them. */
  List<Letterhead.Entry> references(Words words) {
    List<Letterhead.Entry> references = new ArrayList<>();
    references.add(new Letterhead.Entry(words.of("client"), client.name()));
    references.add(new Letterhead.Entry(words.of("reference.attorney"), attorney.firmReference()));
    references.add(new Letterhead.Entry(words.of("reference.matter"), matterReference));
    references.add(new Letterhead.Entry(words.of("reference.case"), courtCaseNumber));
    return references;
  }
}
