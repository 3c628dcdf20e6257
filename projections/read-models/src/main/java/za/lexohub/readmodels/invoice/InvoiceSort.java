package za.lexohub.readmodels.invoice;

import za.lexohub.readmodels.paging.SortKey;

/** What invoices may be ordered by; one without the value stands before all others. */
public enum InvoiceSort implements SortKey {
  CREATED_AT("createdAt", "created_at", "timestamptz"),
  UPDATED_AT("updatedAt", "updated_at", "timestamptz"),
  ISSUED_AT("issuedAt", "coalesce(sent_at, timestamptz '0001-01-01 00:00:00Z')", "timestamptz"),
  DUE_DATE("dueDate", "due_date", "date"),
  NUMBER("number", "invoice_number", "text"),
  TOTAL("total", "total", "bigint"),
  BALANCE("balance", "balance", "bigint");

  private final String parameter;
  private final String expression;
  private final String type;

  InvoiceSort(String parameter, String expression, String type) {
    this.parameter = parameter;
    this.expression = expression;
    this.type = type;
  }

  @Override
  public String parameter() {
    return parameter;
  }

  @Override
  public String expression() {
    return expression;
  }

  @Override
  public String type() {
    return type;
  }
}
