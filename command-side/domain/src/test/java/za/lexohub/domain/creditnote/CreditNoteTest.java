package za.lexohub.domain.creditnote;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.invoice.Invoices.DUE;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.creditnote.CreditNoteCommands.CancelCreditNote;
import za.lexohub.messages.creditnote.CreditNoteCommands.DraftCreditNote;
import za.lexohub.messages.creditnote.CreditNoteCommands.IssueCreditNote;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteCancelled;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteDrafted;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteIssued;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.creditnote.NoteCategory;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeType;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeOpened;
import za.lexohub.messages.invoice.InvoiceCommands.VoidInvoice;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberAllocated;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.proforma.Channel;

class CreditNoteTest {
  private static final long TOTAL = 3_162_500;

  private final Books books = new Books();
  private final TenantId jhb = Samples.fresh("jhb");
  private final Invoices inv = invoice().from(proForma().of(jhb));
  private final CreditNoteId note = CreditNoteId.random();
  private final PaymentId payment = PaymentId.random();

  private void issued() {
    books.given(inv.generated(), inv.sent());
  }

  private DraftCreditNote draft(NoteKind kind, long cents, @Nullable DisputeId dispute) {
    return new DraftCreditNote(
        note,
        jhb,
        kind,
        inv.id(),
        Money.cents(cents),
        NoteCategory.BILLING_ERROR,
        dispute,
        sealed("twice"));
  }

  private CreditNoteDrafted drafted(NoteKind kind, long cents) {
    return new CreditNoteDrafted(
        note,
        jhb,
        kind,
        inv.id(),
        Money.cents(cents),
        NoteCategory.BILLING_ERROR,
        null,
        sealed("twice"));
  }

  private IssueCreditNote issue(LocalDate on) {
    return new IssueCreditNote(note, jhb, on);
  }

  private CreditNoteIssued noteIssued(String number, long cents, long vat, long correct) {
    return new CreditNoteIssued(
        note,
        number,
        "INV-2026-0001",
        inv.supplier(),
        Money.cents(cents),
        Money.cents(vat),
        Money.cents(correct),
        DATE,
        1);
  }

  private NumberAllocated allocated(NumberSeries series, String number) {
    return new NumberAllocated(
        jhb + ":" + series + ":2026", jhb, series, 2026, 1, number, note.toString());
  }

  private CancelCreditNote cancel() {
    return new CancelCreditNote(note, jhb, sealed("no"));
  }

  @Nested
  class Drafting {
    @Test
    void booksNothingAndIsRepeatable() {
      issued();
      books.when(draft(NoteKind.CREDIT, 100, null)).appends(drafted(NoteKind.CREDIT, 100));
      books.when(draft(NoteKind.CREDIT, 100, null)).changesNothing();
    }

    @Test
    void ofACreditAboveWhatIsOpenIsRefused() {
      issued();
      books.given(inv.paid(payment, 1_000_000, 2_162_500));
      books.when(draft(NoteKind.CREDIT, 2_162_501, null)).isRefusedBy(Rule.AMOUNT_EXCEEDS_BALANCE);
      books
          .when(draft(NoteKind.DEBIT, 2_162_501, null))
          .appends(drafted(NoteKind.DEBIT, 2_162_501));
    }

    @Test
    void onAnythingButAnIssuedInvoiceIsRefused() {
      books.given(inv.generated());
      books.when(draft(NoteKind.CREDIT, 1, null)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
      books.when(draft(NoteKind.DEBIT, 1, null)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
    }

    @Test
    void ofADebitBeyondAnyDocumentIsRefused() {
      issued();
      books
          .when(draft(NoteKind.DEBIT, Totals.MAX_TOTAL.amount() - TOTAL + 1, null))
          .isRefusedBy(Rule.TOTAL_TOO_LARGE);
    }

    @Test
    void namesADisputeAboutTheSameInvoiceOrNone() {
      issued();
      DisputeId elsewhere = DisputeId.random();
      books.given(
          new PaymentDisputeOpened(
              elsewhere,
              jhb,
              invoice().from(proForma().of(jhb)).id(),
              DisputeType.OTHER,
              Money.cents(1),
              sealed("x"),
              Channel.values()[0],
              "attorney"));
      books.when(draft(NoteKind.CREDIT, 1, elsewhere)).findsNothing();
      books.when(draft(NoteKind.CREDIT, 1, DisputeId.random())).findsNothing();
    }
  }

  @Nested
  class Issuing {
    @Test
    void takesItsOwnNumberAndIsBookedInTheSameAppend() {
      issued();
      books
          .given(drafted(NoteKind.CREDIT, 1_000_000))
          .when(issue(DATE))
          .appends(
              allocated(NumberSeries.CREDIT_NOTE, "CN-2026-0001"),
              noteIssued("CN-2026-0001", 1_000_000, 130_435, 2_162_500),
              new CreditNoteApplied(
                  inv.id(),
                  note,
                  "CN-2026-0001",
                  1,
                  Money.cents(1_000_000),
                  Money.cents(2_162_500)),
              new InvoicePdfRequested(inv.id(), PdfKind.CREDIT_NOTE, 1));
      books.when(issue(DATE)).changesNothing();
    }

    @Test
    void ofAllThatIsOpenSettlesTheInvoiceAndTakesExactlyItsVat() {
      issued();
      books
          .given(drafted(NoteKind.CREDIT, TOTAL))
          .when(issue(DATE))
          .appends(
              allocated(NumberSeries.CREDIT_NOTE, "CN-2026-0001"),
              noteIssued("CN-2026-0001", TOTAL, 412_500, 0),
              new CreditNoteApplied(
                  inv.id(), note, "CN-2026-0001", 1, Money.cents(TOTAL), Money.ZERO),
              new InvoiceSettled(inv.id(), DATE),
              new InvoicePdfRequested(inv.id(), PdfKind.CREDIT_NOTE, 1));
    }

    @Test
    void aDebitReopensAPaidInvoiceAndMakesItOverdueWhenItIs() {
      issued();
      LocalDate late = DUE.plusDays(3);
      books
          .given(
              inv.paid(payment, TOTAL, 0),
              new InvoicePaid(inv.id(), Money.cents(TOTAL), DATE),
              drafted(NoteKind.DEBIT, 115))
          .when(issue(late))
          .appends(
              allocated(NumberSeries.DEBIT_NOTE, "DN-2026-0001"),
              new CreditNoteIssued(
                  note,
                  "DN-2026-0001",
                  "INV-2026-0001",
                  inv.supplier(),
                  Money.cents(115),
                  Money.cents(15),
                  Money.cents(TOTAL + 115),
                  late,
                  1),
              new DebitNoteApplied(
                  inv.id(), note, "DN-2026-0001", 1, Money.cents(115), Money.cents(115)),
              new InvoiceReopened(inv.id(), Money.cents(115), DUE),
              new InvoiceBecameOverdue(inv.id(), DUE.plusDays(1), Money.cents(115)),
              new InvoicePdfRequested(inv.id(), PdfKind.DEBIT_NOTE, 1));
    }

    @Test
    void isRefusedWhenLessIsOpenThanWhenItWasDrafted() {
      issued();
      books
          .given(drafted(NoteKind.CREDIT, TOTAL), inv.paid(payment, 1, TOTAL - 1))
          .when(issue(DATE))
          .isRefusedBy(Rule.AMOUNT_EXCEEDS_BALANCE);
    }

    @Test
    void countsTheNumbersOfEachYearAnew() {
      issued();
      books.given(drafted(NoteKind.CREDIT, 1)).after(issue(LocalDate.of(2026, 12, 31)));
      CreditNoteId next = CreditNoteId.random();
      books.given(
          new CreditNoteDrafted(
              next,
              jhb,
              NoteKind.CREDIT,
              inv.id(),
              Money.cents(1),
              NoteCategory.GOODWILL,
              null,
              sealed("x")));
      books.after(new IssueCreditNote(next, jhb, LocalDate.of(2027, 1, 1)));

      assertThat(((CreditNoteIssued) books.stream(next).get(1)).noteNumber())
          .isEqualTo("CN-2027-0001");
    }
  }

  @Nested
  class Cancelling {
    @Test
    void aDraft() {
      issued();
      books
          .given(drafted(NoteKind.CREDIT, 1))
          .when(cancel())
          .appends(new CreditNoteCancelled(note, sealed("no")));
      books.when(cancel()).changesNothing();
      books.when(issue(DATE)).isRefusedBy(Rule.CREDIT_NOTE_NOT_DRAFT);
    }

    @Test
    void isRefusedOnceIssued() {
      issued();
      books.given(drafted(NoteKind.CREDIT, 1)).after(issue(DATE));
      books.when(cancel()).isRefusedBy(Rule.CREDIT_NOTE_NOT_DRAFT);
    }
  }

  @Test
  void anInvoiceWithNotesIsNotVoided() {
    books.given(inv.proForma().untilValidated(inv.proForma().offer()));
    issued();
    books.given(drafted(NoteKind.DEBIT, 1)).after(issue(DATE));
    books
        .when(new VoidInvoice(inv.id(), jhb, sealed("wrong client")))
        .isRefusedBy(Rule.INVOICE_HAS_CREDITS);
  }

  @Test
  void anotherTenantFindsNothing() {
    issued();
    TenantId stranger = Samples.fresh("jhb");
    books
        .when(
            new DraftCreditNote(
                note,
                stranger,
                NoteKind.CREDIT,
                inv.id(),
                Money.cents(1),
                NoteCategory.OTHER,
                null,
                sealed("x")))
        .findsNothing();
    books.given(drafted(NoteKind.CREDIT, 1));
    books.when(new IssueCreditNote(note, stranger, DATE)).findsNothing();
    books.when(new CancelCreditNote(note, stranger, sealed("x"))).findsNothing();
  }

  @Test
  void aVersionBeforeTheLastChangeConflicts() {
    issued();
    books
        .given(drafted(NoteKind.CREDIT, 1))
        .when(issue(DATE), Map.of(MetadataKeys.EXPECTED_VERSION, "2"))
        .conflictsWithVersion(1);
  }
}
