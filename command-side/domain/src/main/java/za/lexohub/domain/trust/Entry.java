package za.lexohub.domain.trust;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.trust.TrustAccountCommands.ReceiveTrustMoney;
import za.lexohub.messages.trust.TrustAccountCommands.RefundTrustMoney;
import za.lexohub.messages.trust.TrustAccountCommands.TransferTrustMoney;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyReceived;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyRefunded;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyTransferred;

/** One movement of trust money. */
record Entry(
    Kind kind,
    MatterId matterId,
    @Nullable InvoiceId invoiceId,
    Money amount,
    LocalDate on,
    boolean reversed) {

  enum Kind {
    RECEIPT,
    TRANSFER,
    REFUND
  }

  static Entry of(ReceiveTrustMoney it) {
    return new Entry(Kind.RECEIPT, it.matterId(), null, it.amount(), it.receivedOn(), false);
  }

  static Entry of(TransferTrustMoney it) {
    return new Entry(
        Kind.TRANSFER, it.matterId(), it.invoiceId(), it.amount(), it.transferredOn(), false);
  }

  static Entry of(RefundTrustMoney it) {
    return new Entry(Kind.REFUND, it.matterId(), null, it.amount(), it.refundedOn(), false);
  }

  static Entry received(TrustMoneyReceived it) {
    return new Entry(Kind.RECEIPT, it.matterId(), null, it.amount(), it.receivedOn(), false);
  }

  static Entry transferred(TrustMoneyTransferred it) {
    return new Entry(
        Kind.TRANSFER, it.matterId(), it.invoiceId(), it.amount(), it.transferredOn(), false);
  }

  static Entry refunded(TrustMoneyRefunded it) {
    return new Entry(Kind.REFUND, it.matterId(), null, it.amount(), it.refundedOn(), false);
  }

  /** The same movement, whether it stands or not. */
  boolean is(Entry other) {
    return other.takenBack().equals(takenBack());
  }

  Entry takenBack() {
    return new Entry(kind, matterId, invoiceId, amount, on, true);
  }
}
