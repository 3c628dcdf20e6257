package za.lexohub.readmodels.invoice;

/**
 * One word for the whole invoice, as the front end knows it: the first that holds of written off,
 * cancelled (void), disputed, paid, overdue, viewed, sent, draft ({@code domain.md} 4.2). Discarded
 * drafts stand beside them and are listed only when asked for.
 */
public enum InvoiceStatus {
  DRAFT,
  SENT,
  VIEWED,
  OVERDUE,
  PAID,
  CANCELLED,
  DISCARDED,
  DISPUTED,
  WRITTEN_OFF
}
