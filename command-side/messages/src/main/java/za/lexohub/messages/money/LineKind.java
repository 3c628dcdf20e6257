package za.lexohub.messages.money;

/** What a line charges for. A discount reduces fees and services, never disbursements. */
public enum LineKind {
  FEE,
  SERVICE,
  DISBURSEMENT
}
