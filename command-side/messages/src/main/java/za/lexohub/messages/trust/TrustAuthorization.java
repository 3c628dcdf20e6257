package za.lexohub.messages.trust;

/** Why trust money may leave the account (Legal Practice Act s86). */
public enum TrustAuthorization {
  INVOICE_PAYMENT,
  FEE_EARNED,
  COST_REIMBURSEMENT,
  REFUND,
  CORRECTION
}
