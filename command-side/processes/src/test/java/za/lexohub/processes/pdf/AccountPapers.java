package za.lexohub.processes.pdf;

import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.processes.Samples;

/** The papers that follow an invoice of R 31 625,00, rendered. */
final class AccountPapers {

  static byte[] copy() {
    return Papers.copy(story -> story.draftInvoice().sent().request(PdfKind.COPY, 1));
  }

  /** The first payment is a part, the second settles. */
  static byte[] receipt(int ordinal) {
    return Papers.receipt(
        story ->
            story
                .draftInvoice()
                .sent()
                .paid(PaymentMethod.EFT, "2024-09-30", 1_162_500, 2_000_000)
                .paid(PaymentMethod.TRUST_TRANSFER, "2024-10-15", 2_000_000, 0)
                .request(PdfKind.RECEIPT, ordinal),
        ordinal);
  }

  static byte[] creditNote(boolean vat) {
    return Papers.note(
        story ->
            (vat ? story : story.withoutVat())
                .draftInvoice()
                .sent()
                .noted(NoteKind.CREDIT, "CN-2024-0001", 1, 2_846_250, 2_846_250),
        PdfKind.CREDIT_NOTE,
        1);
  }

  static byte[] debitNoteWithoutVat() {
    return Papers.note(
        story ->
            story
                .withoutVat()
                .draftInvoice()
                .sent()
                .noted(NoteKind.DEBIT, "DN-2024-0001", 1, 3_066_250, 3_066_250),
        PdfKind.DEBIT_NOTE,
        1);
  }

  static byte[] statement() {
    return Papers.statement(story -> account(story).requestStatement("2024-09-15", "2024-11-30"));
  }

  static Samples account(Samples story) {
    return story
        .draftInvoice()
        .sent()
        .paid(PaymentMethod.EFT, "2024-09-30", 1_162_500, 2_000_000)
        .noted(NoteKind.CREDIT, "CN-2024-0001", 1, 2_846_250, 1_683_750)
        .noted(NoteKind.DEBIT, "DN-2024-0001", 1, 3_162_500, 2_000_000)
        .paid(PaymentMethod.RETAINER, "2024-10-15", 500_000, 1_500_000);
  }

  static byte[] longStatement() {
    return Papers.statement(
        story -> {
          story.draftInvoice().sent();
          for (int i = 1; i <= 90; i++) {
            story.paid(PaymentMethod.EFT, "2024-10-15", 10_000, 3_162_500 - i * 10_000L);
          }
          story.requestStatement("2024-09-01", "2024-12-31");
        });
  }

  private AccountPapers() {}
}
