package za.lexohub.projectors.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.invoice.InvoiceEvents;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterEvents.DisbursementLogged;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiceReleased;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.matter.MatterEvents.ServiceLogged;
import za.lexohub.messages.matter.MatterEvents.TimeEntryAmended;
import za.lexohub.messages.matter.MatterEvents.TimeLogged;
import za.lexohub.messages.matter.MatterEvents.WorkItemRemoved;
import za.lexohub.messages.matter.MatterEvents.WorkItemWrittenOff;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.work.DisbursementType;
import za.lexohub.messages.work.ServiceCategory;
import za.lexohub.messages.work.WorkItemId;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.invoice.InvoiceProjector;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.invoice.InvoiceRows;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.ledger.LedgerKind;
import za.lexohub.readmodels.ledger.LedgerRows;
import za.lexohub.readmodels.position.PublishedPositions;

class LedgerProjectorIT {

  private static final LocalDate DAY = LocalDate.of(2024, 9, 20);
  private static TestStores stores;

  private final Story story = new Story();
  private final LedgerProjector projector =
      new LedgerProjector(new LedgerRows(stores.scope), new PublishedPositions(stores.jdbc));
  private final Replayed events = new Replayed(projector, stores.transactions, story);

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  private List<String> lines(String columns) {
    return stores.scope.read(
        story.tenant.value(),
        jdbc ->
            jdbc.sql(
                    "select concat_ws(' ', "
                        + columns
                        + ") from ledger_entries where tenant_id = ?"
                        + " order by version, work_item_id, kind")
                .param(story.tenant.value())
                .query(String.class)
                .list());
  }

  private List<String> all() {
    return stores.scope.read(
        story.tenant.value(),
        jdbc ->
            jdbc.sql("select to_jsonb(t)::text from ledger_entries t order by 1")
                .query(String.class)
                .list());
  }

  private long balance() {
    return stores.scope.read(
        story.tenant.value(),
        jdbc ->
            jdbc.sql(
                    "select coalesce(sum(amount), 0) from ledger_entries where invoice_id = ?"
                        + " and kind in "
                        + LedgerKind.onAccount())
                .param(story.invoiceId.value())
                .query(Long.class)
                .single());
  }

  @Test
  void books_what_happens_to_an_invoice_on_the_day_that_counts() {
    PaymentId payment = PaymentId.random();
    String today = today();
    events.apply(
        story.invoiceSent(),
        new PaymentRecorded(
            story.invoiceId,
            payment,
            Money.cents(1_000_000),
            PaymentMethod.RETAINER,
            DAY,
            null,
            Money.cents(2_162_500)),
        new PaymentReversed(
            story.invoiceId,
            payment,
            Money.cents(1_000_000),
            story.note("no"),
            Money.cents(3_162_500)),
        new CreditNoteApplied(
            story.invoiceId,
            CreditNoteId.random(),
            "CN-1",
            1,
            Money.cents(162_500),
            Money.cents(3_000_000)),
        new DebitNoteApplied(
            story.invoiceId,
            CreditNoteId.random(),
            "DN-1",
            1,
            Money.cents(5),
            Money.cents(3_000_005)),
        new InvoiceWrittenOff(
            story.invoiceId, Money.cents(3_000_005), story.note("gone"), Money.cents(0)),
        new InvoiceVoided(story.invoiceId, "INV-2024-0001", null, story.note("no")));
    assertThat(
            lines("kind, amount, entry_date, vat, fees, disbursements, discount, due_date, method"))
        .containsExactly(
            "INVOICED 3162500 2024-09-01 412500 2500000 250000 0 2024-10-31",
            "PAID -1000000 2024-09-20 RETAINER",
            "PAYMENT_REVERSED 1000000 " + today,
            "CREDITED -162500 " + today,
            "DEBITED 5 " + today,
            "WRITTEN_OFF -3000005 " + today,
            "VOIDED 0 " + today);
    assertThat(balance()).isZero();
    events.assertNothingChangesWhenTheyComeAgain(this::all);
    List<String> live = all();
    events.replayFromZero();
    assertThat(all()).isEqualTo(live);
  }

  @Test
  void books_what_happens_to_work() {
    WorkItemId time = new WorkItemId(new UUID(0, 1));
    WorkItemId service = new WorkItemId(new UUID(0, 2));
    WorkItemId courier = new WorkItemId(new UUID(0, 3));
    String today = today();
    events.apply(
        new TimeLogged(
            story.matterId,
            time,
            DAY,
            90,
            Money.cents(250_000),
            Money.cents(375_000),
            true,
            VatTreatment.STANDARD,
            story.note("talk")),
        new TimeEntryAmended(
            story.matterId,
            time,
            DAY.plusDays(1),
            60,
            Money.cents(250_000),
            Money.cents(250_000),
            false,
            VatTreatment.STANDARD,
            story.note("talk")),
        new ServiceLogged(
            story.matterId,
            service,
            DAY,
            ServiceCategory.DRAFTING,
            BigDecimal.ONE,
            Money.cents(100),
            Money.cents(100),
            VatTreatment.STANDARD,
            story.note("heads")),
        new DisbursementLogged(
            story.matterId,
            courier,
            DAY,
            DisbursementType.COURIER,
            Money.cents(50),
            0,
            Money.cents(50),
            VatTreatment.EXEMPT,
            story.note("courier")),
        new MatterInvoiced(
            story.matterId,
            story.invoiceId,
            InvoiceSource.MATTER_WIP,
            InvoiceType.INTERIM,
            1,
            List.of(time, service)),
        new MatterInvoiceReleased(story.matterId, story.invoiceId, List.of(time, service)),
        new WorkItemRemoved(story.matterId, time, story.note("slip")),
        new WorkItemWrittenOff(story.matterId, service, Money.cents(100), story.note("kind")));
    assertThat(lines("kind, amount, entry_date, minutes, billable, right(work_item_id::text, 1)"))
        .containsExactly(
            "WORK_LOGGED 375000 2024-09-20 90 t 1",
            "WORK_AMENDED 250000 2024-09-21 60 f 1",
            "WORK_LOGGED 100 2024-09-20 t 2",
            "WORK_LOGGED 50 2024-09-20 t 3",
            "WORK_BILLED 0 " + today + " 1",
            "WORK_BILLED 0 " + today + " 2",
            "WORK_RELEASED 0 " + today + " 1",
            "WORK_RELEASED 0 " + today + " 2",
            "WORK_REMOVED 0 " + today + " 1",
            "WORK_WRITTEN_OFF 100 " + today + " 2");
    assertThat(balance()).isZero();
    events.assertNothingChangesWhenTheyComeAgain(this::all);
  }

  @Test
  void books_what_becomes_of_quotes_and_no_requests() {
    events.apply(
        story.requested(),
        new ProFormaExpired(story.proFormaId, ExpiryPhase.REQUEST, Story.NOON),
        new ProFormaConvertedToMatter(story.proFormaId, story.matterId, false),
        story.sent(),
        new ProFormaExpired(story.proFormaId, ExpiryPhase.OFFER, Story.NOON),
        story.accepted(),
        new ProFormaConvertedToMatter(story.proFormaId, story.matterId, true),
        new ProFormaConvertedToInvoice(story.proFormaId, 1, story.invoiceId),
        new ProFormaDeclined(story.proFormaId, null, Channel.PUBLIC_LINK, "attorney", Story.NOON));
    assertThat(lines("kind, amount"))
        .containsExactly(
            "QUOTE_SENT 3162500",
            "QUOTE_EXPIRED 0",
            "QUOTE_ACCEPTED 3162500",
            "QUOTE_CONVERTED 0",
            "QUOTE_CONVERTED 0",
            "QUOTE_DECLINED 0");
    events.assertNothingChangesWhenTheyComeAgain(this::all);
  }

  @Test
  void knows_where_in_the_log_an_entry_stands_and_its_day_in_South_Africa() throws Exception {
    InvoiceSent event = story.invoiceSent();
    DomainEventMessage<?> sent = tracked(event, 1, 4_711, Instant.parse("2024-09-01T10:00:00Z"));
    DomainEventMessage<?> written =
        tracked(
            new InvoiceWrittenOff(
                story.invoiceId, Money.cents(1), story.note("x"), Money.cents(3_162_499)),
            2,
            4_712,
            Instant.parse("2024-09-30T22:00:00Z"));
    AnnotationEventHandlerAdapter adapter = new AnnotationEventHandlerAdapter(projector);
    adapter.handle(sent);
    adapter.handle(written);
    assertThat(lines("id = '" + sent.getIdentifier() + "', position, entry_date"))
        .containsExactly("t 4711 2024-09-01", "f 4712 2024-10-01");
  }

  private DomainEventMessage<?> tracked(
      InvoiceEvents event, long sequence, long position, Instant at) {
    return new GenericTrackedDomainEventMessage<>(
        new GlobalSequenceTrackingToken(position),
        new GenericDomainEventMessage<>(
            "Invoice",
            story.invoiceId.toString(),
            sequence,
            event,
            MetaData.with("tenant", story.tenant.value()),
            UUID.randomUUID().toString(),
            at));
  }

  /** Whatever becomes of an account, both tell the same. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void adds_up_to_the_balance_of_the_invoice_after_every_event(long seed) {
    InvoiceViews views = new InvoiceViews(stores.scope);
    Replayed list =
        new Replayed(
            new InvoiceProjector(
                new InvoiceRows(stores.scope),
                new OpenedText(story.vault),
                new PublishedPositions(stores.jdbc)),
            stores.transactions,
            story);
    List<InvoiceEvents> life = new RandomAccount(story, seed).life(12);
    for (InvoiceEvents event : life) {
      list.apply(event);
      events.apply(event);
      var invoice = views.find(story.tenant.value(), story.invoiceId.value()).orElseThrow();
      assertThat(balance())
          .as("after %s", event)
          .isEqualTo(invoice.status().equals("DRAFT") ? 0 : invoice.balance().amount());
    }
    assertThat(life).hasSizeGreaterThan(2);
    events.assertNothingChangesWhenTheyComeAgain(this::all);
  }

  private static String today() {
    return LocalDate.now(java.time.ZoneId.of("Africa/Johannesburg")).toString();
  }
}
