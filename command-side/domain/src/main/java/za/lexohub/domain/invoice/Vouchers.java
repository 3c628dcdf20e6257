package za.lexohub.domain.invoice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.Rule;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PdfKind;

/** What has happened to an issued invoice that a paper of its own may prove. */
final class Vouchers {

  private final List<PaymentId> payments = new ArrayList<>();
  private final Set<PaymentId> reversed = new HashSet<>();
  private int creditNotes;
  private int debitNotes;

  void on(PaymentRecorded event) {
    payments.add(event.paymentId());
  }

  void on(PaymentReversed event) {
    reversed.add(event.paymentId());
  }

  void on(CreditNoteApplied event) {
    creditNotes = Math.max(creditNotes, event.ordinal());
  }

  void on(DebitNoteApplied event) {
    debitNotes = Math.max(debitNotes, event.ordinal());
  }

  /**
   * Refused when there is nothing to prove: no such payment or note, or a payment that did not
   * hold.
   */
  void require(PdfKind kind, int ordinal) {
    int last =
        switch (kind) {
          case RECEIPT -> payments.size();
          case CREDIT_NOTE -> creditNotes;
          case DEBIT_NOTE -> debitNotes;
          case DRAFT, ORIGINAL, COPY ->
              throw new IllegalArgumentException(kind + " proves nothing");
        };
    if (ordinal < 1 || ordinal > last) {
      throw new NotFound("what version " + ordinal + " of the document would prove");
    }
    if (kind == PdfKind.RECEIPT) {
      Lifecycle.require(
          !reversed.contains(payments.get(ordinal - 1)),
          Rule.PAYMENT_ALREADY_REVERSED,
          "has had this payment reversed");
    }
  }
}
