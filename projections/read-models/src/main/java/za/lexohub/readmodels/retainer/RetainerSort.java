package za.lexohub.readmodels.retainer;

import za.lexohub.readmodels.paging.SortKey;

/** What retainers may be ordered by. */
public enum RetainerSort implements SortKey {
  CREATED_AT("createdAt", "created_at", "timestamptz"),
  STARTS_ON("startsOn", "starts_on", "date"),
  BALANCE("balance", "balance", "bigint");

  private final String parameter;
  private final String expression;
  private final String type;

  RetainerSort(String parameter, String expression, String type) {
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
