package za.lexohub.projectors.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteCancelled;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteDrafted;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteIssued;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.creditnote.NoteCategory;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.dispute.DisputeType;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeAnswered;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeEscalated;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeOpened;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeResolved;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocated;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocationReversed;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocationTraced;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptCancelled;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptOverdrawn;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRecorded;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRefunded;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRepaid;
import za.lexohub.messages.receipt.ReceiptId;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.claims.ClaimSort;
import za.lexohub.readmodels.claims.ClaimViews;
import za.lexohub.readmodels.claims.CreditNoteFilter;
import za.lexohub.readmodels.claims.CreditNoteRows;
import za.lexohub.readmodels.claims.CreditNoteView;
import za.lexohub.readmodels.claims.DisputeFilter;
import za.lexohub.readmodels.claims.DisputeRows;
import za.lexohub.readmodels.claims.DisputeView;
import za.lexohub.readmodels.claims.ReceiptFilter;
import za.lexohub.readmodels.claims.ReceiptRows;
import za.lexohub.readmodels.claims.ReceiptView;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.PublishedPositions;

class ClaimProjectorIT {

  private static final LocalDate TODAY = LocalDate.of(2024, 9, 20);
  private static TestStores stores;

  private final Story story = new Story();
  private final ClaimViews views = new ClaimViews(stores.scope);
  private final CreditNoteId note = CreditNoteId.random();
  private final DisputeId dispute = DisputeId.random();
  private final ReceiptId receipt = ReceiptId.random();
  private final Replayed events =
      new Replayed(
          new ClaimProjector(
              new CreditNoteRows(stores.scope),
              new DisputeRows(stores.scope),
              new ReceiptRows(stores.scope),
              new OpenedText(story.vault),
              new PublishedPositions(stores.jdbc)),
          stores.transactions,
          story);

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  private CreditNoteDrafted drafted() {
    return new CreditNoteDrafted(
        note,
        story.tenant,
        NoteKind.CREDIT,
        story.invoiceId,
        Money.cents(115_000),
        NoteCategory.BILLING_ERROR,
        dispute,
        story.note("Botha was billed twice"));
  }

  private CreditNoteIssued issued() {
    return new CreditNoteIssued(
        note,
        "CN-2024-0001",
        "INV-2024-0001",
        new Supplier(Bar.JOHANNESBURG, true, story.note("supplier")),
        Money.cents(115_000),
        Money.cents(15_000),
        Money.cents(3_047_500),
        TODAY,
        1);
  }

  private PaymentDisputeOpened opened() {
    return new PaymentDisputeOpened(
        dispute,
        story.tenant,
        story.invoiceId,
        DisputeType.DUPLICATE_CHARGE,
        Money.cents(115_000),
        story.note("Botha paid already"),
        Channel.RECORDED_BY_ADVOCATE,
        "thandi");
  }

  private ReceiptRecorded recorded() {
    return new ReceiptRecorded(
        receipt,
        story.tenant,
        Money.cents(900_000),
        PaymentMethod.EFT,
        TODAY,
        null,
        story.matterId,
        story.note("Botha deposit"));
  }

  private CreditNoteView note() {
    return views.creditNote(story.tenant.value(), note.value()).orElseThrow();
  }

  private DisputeView dispute() {
    return views.dispute(story.tenant.value(), dispute.value()).orElseThrow();
  }

  private ReceiptView receipt() {
    return views.receipt(story.tenant.value(), receipt.value()).orElseThrow();
  }

  @Test
  void follows_a_credit_note() {
    events.apply(drafted());
    assertThat(note())
        .returns("DRAFT", CreditNoteView::status)
        .returns("Botha was billed twice", CreditNoteView::reason)
        .returns(null, CreditNoteView::noteNumber);
    assertThat(listedNotes(Set.of("DRAFT"), Range.all())).isOne();
    assertThat(listedNotes(Set.of(), Range.between(TODAY, TODAY))).isZero();
    events.apply(issued());
    assertThat(note())
        .returns("ISSUED", CreditNoteView::status)
        .returns("CN-2024-0001", CreditNoteView::noteNumber)
        .returns(15_000L, view -> view.vatPortion().amount())
        .returns(1, CreditNoteView::ordinal)
        .returns(2L, CreditNoteView::version);
    assertThat(listedNotes(Set.of("ISSUED"), Range.between(TODAY, TODAY))).isOne();
    events.assertNothingChangesWhenTheyComeAgain(this::note);
  }

  private int listedNotes(Set<String> status, Range<LocalDate> issuedOn) {
    return views
        .creditNotes(
            story.tenant.value(),
            new CreditNoteFilter(status, Set.of("CREDIT"), story.invoiceId.value(), issuedOn),
            Sort.descending(ClaimSort.AMOUNT),
            5,
            null)
        .entries()
        .size();
  }

  @Test
  void follows_a_note_that_is_cancelled() {
    events.apply(drafted(), new CreditNoteCancelled(note, story.note("no")));
    assertThat(note())
        .returns("CANCELLED", CreditNoteView::status)
        .returns("no", CreditNoteView::cancelReason);
    events.assertNothingChangesWhenTheyComeAgain(this::note);
  }

  @Test
  void follows_a_dispute() {
    events.apply(opened());
    assertThat(dispute()).returns("OPEN", DisputeView::status);
    events.apply(new PaymentDisputeAnswered(dispute, story.note("see line 2")));
    assertThat(dispute()).returns("UNDER_REVIEW", DisputeView::status);
    events.apply(
        new PaymentDisputeEscalated(dispute, story.note("no agreement")),
        new PaymentDisputeAnswered(dispute, story.note("see line 3")));
    assertThat(dispute())
        .returns("ESCALATED", DisputeView::status)
        .returns("no agreement", DisputeView::escalationReason);
    assertThat(dispute().responses())
        .extracting(DisputeView.Response::text)
        .containsExactly("see line 2", "see line 3");
    events.apply(
        new PaymentDisputeResolved(dispute, DisputeResolution.CREDIT_NOTE, story.note("credited")));
    assertThat(dispute())
        .returns("RESOLVED", DisputeView::status)
        .returns("CREDIT_NOTE", DisputeView::resolution)
        .returns("credited", DisputeView::notes);
    assertThat(
            views
                .disputes(
                    story.tenant.value(),
                    new DisputeFilter(Set.of("RESOLVED"), story.invoiceId.value()),
                    Sort.ascending(ClaimSort.CREATED_AT),
                    5,
                    null)
                .entries())
        .hasSize(1);
    events.assertNothingChangesWhenTheyComeAgain(this::dispute);
  }

  @Test
  void follows_a_receipt_until_nothing_is_left() {
    PaymentId payment = PaymentId.random();
    events.apply(
        recorded(),
        new ReceiptAllocated(
            receipt, story.invoiceId, payment, Money.cents(500_000), Money.cents(400_000)));
    assertThat(receipt()).returns(400_000L, view -> view.left().amount());
    assertThat(open(true)).isOne();
    events.apply(
        new ReceiptRefunded(receipt, Money.cents(400_000), story.note("too much"), Money.ZERO));
    assertThat(receipt())
        .returns(0L, view -> view.left().amount())
        .returns("Botha deposit", ReceiptView::reference);
    assertThat(receipt().allocations())
        .singleElement()
        .returns(payment.value(), ReceiptView.Allocation::paymentId);
    assertThat(receipt().refunds()).singleElement().returns("too much", ReceiptView.Refund::reason);
    assertThat(open(true)).isZero();
    assertThat(open(false)).isOne();
    events.assertNothingChangesWhenTheyComeAgain(this::receipt);
  }

  @Test
  void follows_a_receipt_whose_payment_is_reversed_and_one_that_is_cancelled() {
    PaymentId payment = PaymentId.random();
    PaymentId standing = PaymentId.random();
    events.apply(
        recorded(),
        new ReceiptAllocated(
            receipt, story.invoiceId, payment, Money.cents(500_000), Money.cents(400_000)),
        new ReceiptAllocationTraced(
            ReceiptId.random(), story.tenant, story.invoiceId, payment, receipt),
        new ReceiptAllocated(
            receipt, story.invoiceId, standing, Money.cents(100_000), Money.cents(300_000)),
        new ReceiptAllocationReversed(
            receipt, story.invoiceId, payment, Money.cents(500_000), Money.cents(800_000)));
    assertThat(receipt())
        .returns(800_000L, view -> view.left().amount())
        .returns(4L, ReceiptView::version);
    assertThat(receipt().allocations())
        .singleElement()
        .returns(standing.value(), ReceiptView.Allocation::paymentId);
    assertThat(open(false)).isZero();
    events.apply(new ReceiptCancelled(receipt, Money.cents(900_000)));
    assertThat(receipt())
        .returns(0L, view -> view.left().amount())
        .returns(900_000L, view -> view.amount().amount());
    assertThat(open(true)).isZero();
    events.assertNothingChangesWhenTheyComeAgain(this::receipt);
  }

  @Test
  void follows_a_receipt_that_was_refunded_before_its_payment_bounced() {
    events.apply(
        recorded(),
        new ReceiptRefunded(receipt, Money.cents(400_000), story.note("x"), Money.cents(500_000)),
        new ReceiptOverdrawn(receipt, Money.cents(500_000), Money.cents(400_000)));
    assertThat(receipt())
        .returns(0L, view -> view.left().amount())
        .returns(400_000L, view -> view.owed().amount());
    assertThat(open(true)).isZero();
    events.apply(
        new ReceiptRepaid(
            receipt,
            UUID.randomUUID(),
            Money.cents(300_000),
            PaymentMethod.EFT,
            LocalDate.of(2024, 9, 20),
            Money.cents(100_000)));
    assertThat(receipt()).returns(100_000L, view -> view.owed().amount());
    events.assertNothingChangesWhenTheyComeAgain(this::receipt);
  }

  private int open(boolean open) {
    return views
        .receipts(
            story.tenant.value(),
            new ReceiptFilter(open, story.matterId.value(), Range.all()),
            Sort.ascending(ClaimSort.UPDATED_AT),
            5,
            null)
        .entries()
        .size();
  }

  @Test
  void forgets_what_was_typed_about_an_erased_file() {
    events.apply(
        drafted(),
        new CreditNoteCancelled(note, story.note("Botha again")),
        opened(),
        new PaymentDisputeAnswered(dispute, story.note("Botha, see line 2")),
        new PaymentDisputeEscalated(dispute, story.note("Botha insists")),
        new PaymentDisputeResolved(dispute, DisputeResolution.SETTLED, story.note("Botha gave in")),
        recorded(),
        new ReceiptRefunded(
            receipt, Money.cents(1), story.note("Botha wants it"), Money.cents(899_999)));
    java.util.function.Supplier<String> rows = () -> note() + " " + dispute() + " " + receipt();
    assertThat(rows.get()).contains("Botha");
    FileReference file = FileReference.of(story.matterId);

    events.apply(
        new PersonalDataErased(
            PersonalFileId.of(file),
            story.tenant,
            new ErasedData(
                file,
                List.of(FileSubject.values()),
                List.of(story.proFormaId.value()),
                List.of(story.invoiceId.value())),
            story.note("asked for"),
            List.of(),
            Instant.parse("2024-09-21T10:00:00Z")));

    String live = rows.get();
    assertThat(live).doesNotContain("Botha").contains("[erased]");
    story.vault.eraseEverything();
    events.assertNothingChangesWhenTheyComeAgain(rows::get);
    events.replayFromZero();
    assertThat(rows.get()).isEqualTo(live);
  }
}
