package za.lexohub.readmodels.claims;

import za.lexohub.readmodels.paging.SortKey;

/** What credit notes, disputes and receipts may be ordered by. */
public enum ClaimSort implements SortKey {
  CREATED_AT("createdAt", "created_at", "timestamptz"),
  UPDATED_AT("updatedAt", "updated_at", "timestamptz"),
  AMOUNT("amount", "amount", "bigint");

  private final String parameter;
  private final String expression;
  private final String type;

  ClaimSort(String parameter, String expression, String type) {
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
