package za.lexohub.messages.invoice;

/** How money came. */
public enum PaymentMethod {
  EFT,
  CHEQUE,
  CASH,
  CARD,
  DEBIT_ORDER,
  OTHER
}
