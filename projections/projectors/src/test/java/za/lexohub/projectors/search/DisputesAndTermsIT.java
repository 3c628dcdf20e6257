package za.lexohub.projectors.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.matter.FeeType;
import za.lexohub.messages.matter.MatterEvents.MatterEstimateChanged;
import za.lexohub.messages.matter.MatterEvents.MatterTermsSet;
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.readmodels.search.SearchIndex;

class DisputesAndTermsIT {

  private final SearchStore store = new SearchStore();
  private final Story story = new Story(new MemoryVault());
  private final MatterSearchProjector matters =
      new MatterSearchProjector(store.documents, store.emptied, story.vault);
  private final InvoiceSearchProjector invoices =
      new InvoiceSearchProjector(store.documents, store.emptied, story.vault);

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  @Test
  void a_disputed_invoice_says_so_before_it_says_overdue() throws Exception {
    assertThat(
            told(
                new InvoiceBecameOverdue(
                    story.invoiceId, LocalDate.of(2026, 5, 3), Money.cents(3_000_000)),
                disputed()))
        .containsEntry("status", "DISPUTED")
        .containsEntry("payment_status", "UNPAID");
  }

  @Test
  void an_invoice_whose_dispute_is_over_is_what_it_was() throws Exception {
    assertThat(
            told(
                disputed(),
                new InvoiceDisputeResolved(
                    story.invoiceId, new DisputeId(new UUID(0, 7)), DisputeResolution.values()[0])))
        .containsEntry("status", "SENT");
  }

  @Test
  void a_matter_shows_its_estimate_its_urgency_and_its_day_in_court() throws Exception {
    var terms =
        new MatterTerms(
            FeeType.HOURLY,
            Money.cents(5_000_000),
            null,
            null,
            true,
            null,
            LocalDate.of(2026, 6, 1),
            null);
    Map<String, Object> matter =
        store.toldInEveryWay(
            SearchIndex.MATTERS,
            story.matterId.toString(),
            story,
            matters,
            story.matterOpened(),
            new MatterTermsSet(story.matterId, terms),
            new MatterEstimateChanged(
                story.matterId, Money.cents(7_000_000), new AmendmentId(new UUID(0, 8))));

    assertThat(matter)
        .containsEntry("estimate_cents", 7_000_000)
        .containsEntry("urgent", true)
        .containsEntry("next_court_date", "2026-06-01");
  }

  private Map<String, Object> told(DomainEvent first, DomainEvent second) throws Exception {
    return store.toldInEveryWay(
        SearchIndex.INVOICES,
        story.invoiceId.toString(),
        story,
        invoices,
        story.generated(LocalDate.of(2026, 5, 2)),
        new InvoiceSent(
            story.invoiceId,
            story.tenant,
            "INV-2026-0001",
            story.matterId,
            story.attorney,
            Story.totals(3_000_000),
            new PaymentTerm("JHB_60", 60),
            LocalDate.of(2026, 3, 3),
            LocalDate.of(2026, 5, 2),
            Story.BEGAN),
        first,
        second);
  }

  private InvoiceDisputed disputed() {
    return new InvoiceDisputed(
        story.invoiceId, new DisputeId(new UUID(0, 7)), Money.cents(1_000_000));
  }
}
