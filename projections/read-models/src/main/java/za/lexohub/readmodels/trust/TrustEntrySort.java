package za.lexohub.readmodels.trust;

import za.lexohub.readmodels.paging.SortKey;

/** What movements of trust money may be ordered by. */
public enum TrustEntrySort implements SortKey {
  CREATED_AT("createdAt", "created_at", "timestamptz"),
  DATE("date", "entry_date", "date");

  private final String parameter;
  private final String expression;
  private final String type;

  TrustEntrySort(String parameter, String expression, String type) {
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
