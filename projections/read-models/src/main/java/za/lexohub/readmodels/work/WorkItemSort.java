package za.lexohub.readmodels.work;

import za.lexohub.readmodels.paging.SortKey;

/** What work may be ordered by. */
public enum WorkItemSort implements SortKey {
  DATE("date", "worked_on", "date"),
  CREATED_AT("createdAt", "created_at", "timestamptz"),
  AMOUNT("amount", "amount", "bigint");

  private final String parameter;
  private final String expression;
  private final String type;

  WorkItemSort(String parameter, String expression, String type) {
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
