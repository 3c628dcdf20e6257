package za.lexohub.readmodels.proforma;

import za.lexohub.readmodels.paging.SortKey;

/** What pro formas may be ordered by; one without the value stands before all others. */
public enum ProFormaSort implements SortKey {
  CREATED_AT("createdAt", "created_at", "timestamptz"),
  UPDATED_AT("updatedAt", "updated_at", "timestamptz"),
  VALID_UNTIL("validUntil", "coalesce(valid_until, date '0001-01-01')", "date"),
  NUMBER("number", "coalesce(quote_number, '')", "text"),
  TOTAL("total", "coalesce(total, -1)", "bigint");

  private final String parameter;
  private final String expression;
  private final String type;

  ProFormaSort(String parameter, String expression, String type) {
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
