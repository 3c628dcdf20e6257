package za.lexohub.domain.invoice;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.invoice;

import org.junit.jupiter.api.Test;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationBounce;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoicePdf;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoicePdfFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoicePdf;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationBounced;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.money.Money;

class InvoiceDocumentsTest {
  private static final Invoices INV = invoice();
  private static final InvoiceId ID = INV.id();
  private static final TenantId JHB = INV.tenant();

  private final Specification<Invoice> draft =
      Specification.of(Invoice.class).given(INV.generated());
  private final Specification<Invoice> issued =
      draft.given(INV.sent(), pdfRequested(PdfKind.ORIGINAL, 1));
  private final Specification<Invoice> discarded =
      draft.given(
          new InvoiceDiscarded(ID, "INV-2026-0001", INV.proForma().id(), sealed("mistake")));

  private static RequestInvoicePdf requestPdf(PdfKind kind, int version) {
    return new RequestInvoicePdf(ID, JHB, kind, version);
  }

  private static InvoicePdfRequested pdfRequested(PdfKind kind, int version) {
    return new InvoicePdfRequested(ID, kind, version);
  }

  private static RecordInvoicePdf recordPdf(PdfKind kind, String sha256) {
    return new RecordInvoicePdf(ID, JHB, kind, 1, "key", sha256, 10, "template", "renderer");
  }

  private static InvoicePdfStored pdfStored(PdfKind kind, String sha256) {
    return new InvoicePdfStored(ID, kind, 1, "key", sha256, 10, "template", "renderer");
  }

  private static RequestInvoiceNotification requestMail(Recipient to) {
    return new RequestInvoiceNotification(ID, JHB, "template", to, 1);
  }

  private static InvoiceNotificationRequested mailRequested(Recipient to) {
    return new InvoiceNotificationRequested(ID, "template", to, 1);
  }

  private final InvoicePdfFailed failed = new InvoicePdfFailed(ID, PdfKind.DRAFT, 1, "no font");
  private final RecordInvoicePdfFailure fail =
      new RecordInvoicePdfFailure(ID, JHB, PdfKind.DRAFT, 1, "no font");

  @Test
  void aDraftIsRenderedUntilItIsStoredAndThenInNewVersions() {
    Specification<Invoice> requested = draft.given(pdfRequested(PdfKind.DRAFT, 1));

    draft.when(requestPdf(PdfKind.DRAFT, 1)).publishes(pdfRequested(PdfKind.DRAFT, 1));
    requested.when(requestPdf(PdfKind.DRAFT, 1)).publishes(pdfRequested(PdfKind.DRAFT, 1));
    requested
        .given(pdfStored(PdfKind.DRAFT, "a"))
        .when(requestPdf(PdfKind.DRAFT, 1))
        .changesNothing();
    requested
        .given(pdfStored(PdfKind.DRAFT, "a"))
        .when(requestPdf(PdfKind.DRAFT, 2))
        .publishes(pdfRequested(PdfKind.DRAFT, 2));
    draft.when(requestPdf(PdfKind.DRAFT, 0)).findsNothing();
  }

  @Test
  void aDraftRenderingMayStillBeAskedForAfterSendingButNotAfterDiscarding() {
    issued.when(requestPdf(PdfKind.DRAFT, 1)).publishes(pdfRequested(PdfKind.DRAFT, 1));
    discarded.when(requestPdf(PdfKind.DRAFT, 1)).isRefusedBy(Rule.INVOICE_NOT_DRAFT);
  }

  @Test
  void theOriginalIsRenderedOnceItIsIssuedAndNeverAgainOnceStored() {
    draft.when(requestPdf(PdfKind.ORIGINAL, 1)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
    issued.when(requestPdf(PdfKind.ORIGINAL, 1)).publishes(pdfRequested(PdfKind.ORIGINAL, 1));
    issued
        .given(pdfStored(PdfKind.ORIGINAL, "a"))
        .when(requestPdf(PdfKind.ORIGINAL, 1))
        .changesNothing();
    issued.when(requestPdf(PdfKind.ORIGINAL, 2)).findsNothing();
  }

  @Test
  void theFirstStoredOriginalStaysTheOriginal() {
    issued.when(recordPdf(PdfKind.ORIGINAL, "a")).publishes(pdfStored(PdfKind.ORIGINAL, "a"));
    issued
        .given(pdfStored(PdfKind.ORIGINAL, "a"))
        .when(recordPdf(PdfKind.ORIGINAL, "other bytes"))
        .changesNothing();
  }

  @Test
  void aRenderingNobodyAskedForIsNotRecorded() {
    draft.when(recordPdf(PdfKind.DRAFT, "a")).changesNothing();
    draft.when(recordPdf(PdfKind.ORIGINAL, "a")).changesNothing();
  }

  @Test
  void aFailedRenderingIsRecordedOnceAndALateSuccessCounts() {
    Specification<Invoice> requested = draft.given(pdfRequested(PdfKind.DRAFT, 1));

    requested.when(fail).publishes(failed);
    requested.given(failed).when(fail).changesNothing();
    requested.given(pdfStored(PdfKind.DRAFT, "a")).when(fail).changesNothing();
    draft.when(fail).changesNothing();
    requested
        .given(failed)
        .when(recordPdf(PdfKind.DRAFT, "a"))
        .publishes(pdfStored(PdfKind.DRAFT, "a"));
  }

  @Test
  void theAdvocateHearsOfADraftTheAttorneyOnlyOfWhatIsIssued() {
    draft.when(requestMail(Recipient.ADVOCATE)).publishes(mailRequested(Recipient.ADVOCATE));
    draft.when(requestMail(Recipient.ATTORNEY)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
    issued.when(requestMail(Recipient.ATTORNEY)).publishes(mailRequested(Recipient.ATTORNEY));
    discarded.when(requestMail(Recipient.ADVOCATE)).isRefusedBy(Rule.INVOICE_NOT_DRAFT);
    draft
        .when(new RequestInvoiceNotification(ID, JHB, "template", Recipient.ADVOCATE, 0))
        .findsNothing();
  }

  @Test
  void aMailIsAskedForUntilItIsSentAndRecordedOnce() {
    Specification<Invoice> requested = draft.given(mailRequested(Recipient.ADVOCATE));
    RecordInvoiceNotification record =
        new RecordInvoiceNotification(ID, JHB, "template", Recipient.ADVOCATE, 1, "message");
    InvoiceNotificationSent sent =
        new InvoiceNotificationSent(ID, "template", Recipient.ADVOCATE, 1, "message");

    requested.when(requestMail(Recipient.ADVOCATE)).publishes(mailRequested(Recipient.ADVOCATE));
    requested.when(record).publishes(sent);
    requested.given(sent).when(record).changesNothing();
    requested.given(sent).when(requestMail(Recipient.ADVOCATE)).changesNothing();
    draft.when(record).changesNothing();
  }

  @Test
  void aFailedMailIsRecordedOnceAndOnlyIfAwaited() {
    Specification<Invoice> requested = draft.given(mailRequested(Recipient.ADVOCATE));
    RecordInvoiceNotificationFailure fail =
        new RecordInvoiceNotificationFailure(ID, JHB, "template", Recipient.ADVOCATE, 1, "refused");
    InvoiceNotificationFailed gaveUp =
        new InvoiceNotificationFailed(ID, "template", Recipient.ADVOCATE, 1, "refused");

    requested.when(fail).publishes(gaveUp);
    requested.given(gaveUp).when(fail).changesNothing();
    draft.when(fail).changesNothing();
  }

  private static InvoicePdfStored stored(PdfKind kind, int version) {
    return new InvoicePdfStored(ID, kind, version, "key", "a", 10, "template", "renderer");
  }

  @Test
  void onlyAStoredOriginalIsCopiedAndThatOnce() {
    Specification<Invoice> original = issued.given(pdfStored(PdfKind.ORIGINAL, "a"));
    draft.when(requestPdf(PdfKind.COPY, 1)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
    issued.when(requestPdf(PdfKind.COPY, 1)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
    original.when(requestPdf(PdfKind.COPY, 1)).publishes(pdfRequested(PdfKind.COPY, 1));
    original.when(requestPdf(PdfKind.COPY, 2)).findsNothing();
    original
        .given(pdfRequested(PdfKind.COPY, 1), stored(PdfKind.COPY, 1))
        .when(requestPdf(PdfKind.COPY, 1))
        .changesNothing();
    original
        .given(new InvoiceVoided(ID, "INV-2026-0001", INV.proForma().id(), sealed("wrong client")))
        .when(requestPdf(PdfKind.COPY, 1))
        .publishes(pdfRequested(PdfKind.COPY, 1));
  }

  @Test
  void aReceiptProvesAPaymentThatStands() {
    PaymentId first = PaymentId.random();
    PaymentId second = PaymentId.random();
    Specification<Invoice> paid =
        issued.given(INV.paid(first, 100, 3_162_400), INV.paid(second, 200, 3_162_200));
    issued.when(requestPdf(PdfKind.RECEIPT, 1)).findsNothing();
    paid.when(requestPdf(PdfKind.RECEIPT, 2)).publishes(pdfRequested(PdfKind.RECEIPT, 2));
    paid.when(requestPdf(PdfKind.RECEIPT, 3)).findsNothing();
    paid.when(requestPdf(PdfKind.RECEIPT, 0)).findsNothing();
    Specification<Invoice> reversed = paid.given(INV.reversed(first, 100, 3_162_300));
    reversed
        .when(requestPdf(PdfKind.RECEIPT, 1))
        .isRefusedBy(Rule.PAYMENT_ALREADY_REVERSED);
    reversed.when(requestPdf(PdfKind.RECEIPT, 2)).publishes(pdfRequested(PdfKind.RECEIPT, 2));
  }

  @Test
  void aNoteIsRenderedOnceItIsApplied() {
    CreditNoteId note = CreditNoteId.random();
    issued.when(requestPdf(PdfKind.CREDIT_NOTE, 1)).findsNothing();
    Specification<Invoice> credited =
        issued.given(
            new CreditNoteApplied(ID, note, "CN-2026-0001", 1, Money.cents(1), Money.cents(3_162_499)),
            new DebitNoteApplied(ID, note, "DN-2026-0001", 1, Money.cents(1), Money.cents(3_162_500)));
    credited
        .when(requestPdf(PdfKind.CREDIT_NOTE, 1))
        .publishes(pdfRequested(PdfKind.CREDIT_NOTE, 1));
    credited
        .when(requestPdf(PdfKind.DEBIT_NOTE, 1))
        .publishes(pdfRequested(PdfKind.DEBIT_NOTE, 1));
    credited.when(requestPdf(PdfKind.DEBIT_NOTE, 2)).findsNothing();
  }

  @Test
  void onlyASentMailComesBackAndThatOnce() {
    Specification<Invoice> requested = draft.given(mailRequested(Recipient.ADVOCATE));
    Specification<Invoice> sent =
        requested.given(
            new InvoiceNotificationSent(ID, "template", Recipient.ADVOCATE, 1, "message"));
    RecordInvoiceNotificationBounce bounce =
        new RecordInvoiceNotificationBounce(
            ID, JHB, "template", Recipient.ADVOCATE, 1, "550 5.1.1 no such user");
    InvoiceNotificationBounced bounced =
        new InvoiceNotificationBounced(
            ID, "template", Recipient.ADVOCATE, 1, "550 5.1.1 no such user");
    draft.when(bounce).changesNothing();
    requested.when(bounce).changesNothing();
    sent.when(bounce).publishes(bounced);
    sent.given(bounced).when(bounce).changesNothing();
  }
}
