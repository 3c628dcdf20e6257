package za.lexohub.messages.invoice;

/** How money came. */
public enum PaymentMethod {
  EFT,
  CHEQUE,
  CASH,
  CARD,
  DEBIT_ORDER,
  OTHER,
  /** Out of the trust account, in the same append. */
  TRUST_TRANSFER,
  /** Out of a retainer, in the same append. */
  RETAINER;

  /** Money that the advocate held already: a payment by it is recorded by what moves it. */
  public boolean isClientMoney() {
    return this == TRUST_TRANSFER || this == RETAINER;
  }
}
