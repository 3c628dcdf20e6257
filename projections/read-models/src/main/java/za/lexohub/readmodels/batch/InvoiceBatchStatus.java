package za.lexohub.readmodels.batch;

/** How far a batch has come. */
public enum InvoiceBatchStatus {
  RUNNING,
  COMPLETED
}
