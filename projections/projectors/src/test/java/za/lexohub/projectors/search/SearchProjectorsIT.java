package za.lexohub.projectors.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.ErasureEvents.SubjectKeysDestroyed;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscountApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceViewed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.messages.matter.MatterEvents.MatterUnarchived;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNegotiationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestSubmitted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.RequestedAction;
import za.lexohub.messages.proforma.Urgency;
import za.lexohub.readmodels.search.SearchIndex;

class SearchProjectorsIT {

  private final SearchStore store = new SearchStore();
  private final Story story = new Story(new MemoryVault());
  private final MatterSearchProjector matters =
      new MatterSearchProjector(store.documents, store.emptied, story.vault);
  private final ProFormaSearchProjector proFormas =
      new ProFormaSearchProjector(store.documents, store.emptied, story.vault);
  private final InvoiceSearchProjector invoices =
      new InvoiceSearchProjector(store.documents, store.emptied, story.vault);

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  @Test
  void a_matter_is_found_by_what_its_brief_says_and_as_it_stands() throws Exception {
    var matter =
        store.toldInEveryWay(
            SearchIndex.MATTERS,
            story.matterId.toString(),
            story,
            matters,
            story.matterOpened(),
            new MatterPutOnHold(story.matterId, story.note("waiting")),
            new MatterArchived(story.matterId, null),
            new MatterUnarchived(story.matterId),
            new MatterResumed(story.matterId),
            new MatterClosed(story.matterId, LocalDate.of(2026, 5, 1)));

    assertThat(matter)
        .containsEntry("id", story.matterId.toString())
        .containsEntry("advocate_id", story.tenant.value())
        .containsEntry("title", "Dlamini v Botha")
        .containsEntry("description", "Opposed motion")
        .containsEntry("client_name", "Thandi Dlamini")
        .containsEntry("attorney", "Piet Botha")
        .containsEntry("firm", "Botha Inc")
        .containsEntry("reference_number", "JHB/2026/001")
        .containsEntry("court_case_number", "2026/12345")
        .containsEntry("matter_type", "Commercial")
        .containsEntry("bar", "JOHANNESBURG")
        .containsEntry("created_at", "2026-03-02T08:15:30.123Z")
        .containsEntry("opened_on", "2026-03-02")
        .containsEntry("status", "CLOSED")
        .containsEntry("archived", false)
        .containsEntry("version", 6);
  }

  @Test
  void what_is_erased_stays_erased_whatever_comes_after_it() throws Exception {
    FileReference file = FileReference.of(story.matterId);
    ErasedData data =
        new ErasedData(
            file, List.of(FileSubject.CLIENT, FileSubject.WORDING), List.of(), List.of());
    var matter =
        store.toldInEveryWay(
            SearchIndex.MATTERS,
            story.matterId.toString(),
            story,
            matters,
            story.matterOpened(),
            new MatterClosed(story.matterId, LocalDate.of(2026, 5, 1)),
            new PersonalDataErased(
                PersonalFileId.of(file),
                story.tenant,
                data,
                story.note("x"),
                List.of(),
                Story.BEGAN),
            new SubjectKeysDestroyed(PersonalFileId.of(file), story.tenant, data));

    assertThat(matter)
        .containsEntry("title", "[erased]")
        .containsEntry("description", "[erased]")
        .containsEntry("client_name", "[erased]")
        .containsEntry("attorney", "Piet Botha")
        .containsEntry("status", "CLOSED")
        .containsEntry("version", 2);
  }

  @Test
  void a_pro_forma_shows_the_phase_it_is_in_and_what_failed() throws Exception {
    var id = story.proFormaId;
    var proForma =
        store.toldInEveryWay(
            SearchIndex.PRO_FORMAS,
            id.toString(),
            story,
            proFormas,
            new ProFormaRequested(
                id,
                story.tenant,
                story.client,
                story.wording("A first word", null),
                "Labour",
                Urgency.values()[0],
                RequestedAction.values()[0],
                "hash",
                1,
                Story.BEGAN.plusSeconds(600)),
            new ProFormaRequestSubmitted(
                id,
                story.client,
                story.attorney,
                story.wording,
                "Commercial",
                Urgency.values()[0],
                Story.BEGAN),
            story.drafted(),
            new ProFormaSent(
                id,
                1,
                story.attorney,
                "h",
                2,
                Money.cents(3_162_500),
                LocalDate.of(2026, 4, 1),
                Story.BEGAN),
            new ProFormaNegotiationRequested(
                id, story.wording, Channel.values()[0], "attorney", Story.BEGAN),
            new ProFormaExpired(id, ExpiryPhase.OFFER, Story.BEGAN),
            new ProFormaExtended(id, ExpiryPhase.OFFER, null, LocalDate.of(2026, 6, 1)),
            new ProFormaRevised(
                id,
                2,
                story.wording("Dlamini v Botha, again", null),
                story.offer(2_000_000),
                LocalDate.of(2026, 6, 2)),
            new ProFormaAccepted(
                id,
                story.tenant,
                2,
                1,
                story.matterId,
                story.offer(2_000_000),
                Channel.values()[0],
                "attorney",
                Story.BEGAN),
            new ProFormaInvoicingFailed(id, 1, "GENERATE_PDF", "no disk"));

    assertThat(proForma)
        .containsEntry("title", "Dlamini v Botha, again")
        .containsEntry("reference_number", "PF-2026-0001")
        .containsEntry("status", "ACCEPTED")
        .containsEntry("valid_until", "2026-06-02")
        .containsEntry("billing_failure", "GENERATE_PDF")
        .containsEntry("created_at", "2026-03-02T08:15:30.123Z");
    assertThat(((Number) proForma.get("total_cents")).longValue()).isEqualTo(2_000_000);
  }

  @Test
  void a_pro_forma_revised_while_it_is_negotiated_is_still_negotiated() throws Exception {
    var id = story.proFormaId;
    var revised =
        new ProFormaRevised(id, 2, story.wording, story.offer(2_000_000), LocalDate.of(2026, 6, 2));
    var negotiated =
        store.toldInEveryWay(
            SearchIndex.PRO_FORMAS,
            id.toString(),
            story,
            proFormas,
            story.drafted(),
            new ProFormaNegotiationRequested(
                id, story.wording, Channel.values()[0], "attorney", Story.BEGAN),
            revised);

    assertThat(negotiated).containsEntry("status", "NEGOTIATING");
  }

  @Test
  void an_extended_pro_forma_is_back_in_its_phase_and_a_converted_one_names_its_invoice()
      throws Exception {
    var id = story.proFormaId;
    var proForma =
        store.toldInEveryWay(
            SearchIndex.PRO_FORMAS,
            id.toString(),
            story,
            proFormas,
            story.drafted(),
            new ProFormaInvoicingFailed(id, 1, "GENERATE_PDF", "no disk"),
            new ProFormaConvertedToInvoice(id, 1, story.invoiceId));

    assertThat(proForma)
        .containsEntry("status", "CONVERTED")
        .containsEntry("invoice_id", story.invoiceId.toString())
        .doesNotContainKey("billing_failure");
  }

  @Test
  void an_invoice_whose_payment_is_reversed_is_overdue_again() throws Exception {
    var invoice =
        store.toldInEveryWay(
            SearchIndex.INVOICES,
            story.invoiceId.toString(),
            story,
            invoices,
            story.generated(LocalDate.of(2026, 5, 1)),
            new InvoiceDiscountApplied(
                story.invoiceId, Money.cents(162_500), null, Story.totals(3_000_000)),
            sent(),
            new InvoiceViewed(story.invoiceId, Story.BEGAN),
            new InvoiceBecameOverdue(
                story.invoiceId, LocalDate.of(2026, 5, 3), Money.cents(3_000_000)),
            paid(),
            new InvoicePaid(story.invoiceId, Money.cents(3_000_000), LocalDate.of(2026, 5, 9)),
            new PaymentReversed(
                story.invoiceId,
                new PaymentId(UUID.randomUUID()),
                Money.cents(1_000_000),
                story.note("bounced"),
                Money.cents(1_000_000)),
            new InvoiceReopened(story.invoiceId, Money.cents(1_000_000), LocalDate.of(2026, 5, 2)));

    assertThat(invoice)
        .containsEntry("status", "OVERDUE")
        .containsEntry("payment_status", "PARTIALLY_PAID")
        .containsEntry("total_cents", 3_000_000)
        .containsEntry("paid_cents", 2_000_000)
        .containsEntry("balance_cents", 1_000_000)
        .containsEntry("due_date", "2026-05-02")
        .containsEntry("matter_id", story.matterId.toString())
        .containsEntry("pro_forma_id", story.proFormaId.toString());
  }

  @Test
  void a_void_invoice_is_cancelled_and_shows_what_failed() throws Exception {
    var invoice =
        store.toldInEveryWay(
            SearchIndex.INVOICES,
            story.invoiceId.toString(),
            story,
            invoices,
            story.generated(LocalDate.of(2026, 5, 1)),
            sent(),
            new InvoicePdfFailed(story.invoiceId, PdfKind.ORIGINAL, 1, "no disk"),
            new InvoiceVoided(story.invoiceId, "INV-2026-0001", null, story.note("wrong client")));

    assertThat(invoice)
        .containsEntry("status", "CANCELLED")
        .containsEntry("lifecycle", "VOIDED")
        .containsEntry("pdf_failure", "ORIGINAL");
  }

  @Test
  void erased_personal_data_is_said_to_be_erased() throws Exception {
    story.vault.forget(story.client.details());
    story.vault.forget(story.wording);

    var matter =
        store.toldInEveryWay(
            SearchIndex.MATTERS, story.matterId.toString(), story, matters, story.matterOpened());
    assertThat(matter)
        .containsEntry("client_name", "[erased]")
        .containsEntry("title", "[erased]")
        .containsEntry("attorney", "Piet Botha");
  }

  @Test
  void an_event_without_a_tenant_is_refused() {
    var adapter = new AnnotationEventHandlerAdapter(matters);
    var message =
        new GenericDomainEventMessage<>(
            "Matter", story.matterId.toString(), 0, story.matterOpened());

    assertThatThrownBy(() -> adapter.handle(message)).hasMessageContaining("no tenant");
  }

  private InvoiceSent sent() {
    return new InvoiceSent(
        story.invoiceId,
        story.tenant,
        "INV-2026-0001",
        story.matterId,
        story.attorney,
        Story.totals(3_000_000),
        new PaymentTerm("JHB_60", 60),
        LocalDate.of(2026, 3, 3),
        LocalDate.of(2026, 5, 2),
        Instant.parse("2026-03-03T09:00:00Z"));
  }

  private PaymentRecorded paid() {
    return new PaymentRecorded(
        new InvoiceId(story.invoiceId.value()),
        new PaymentId(UUID.randomUUID()),
        Money.cents(3_000_000),
        PaymentMethod.EFT,
        LocalDate.of(2026, 5, 9),
        null,
        Money.ZERO);
  }
}
