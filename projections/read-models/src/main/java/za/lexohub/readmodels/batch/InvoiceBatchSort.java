package za.lexohub.readmodels.batch;

import za.lexohub.readmodels.paging.SortKey;

/** What batches may be ordered by. */
public enum InvoiceBatchSort implements SortKey {
  CREATED_AT;

  @Override
  public String parameter() {
    return "createdAt";
  }

  @Override
  public String expression() {
    return "created_at";
  }

  @Override
  public String type() {
    return "timestamptz";
  }
}
