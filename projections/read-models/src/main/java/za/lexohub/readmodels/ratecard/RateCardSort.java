package za.lexohub.readmodels.ratecard;

import za.lexohub.readmodels.paging.SortKey;

/** What rate cards may be ordered by. */
public enum RateCardSort implements SortKey {
  CREATED_AT("createdAt", "created_at", "timestamptz"),
  NAME("name", "name", "text"),
  CATEGORY("category", "category", "text");

  private final String parameter;
  private final String expression;
  private final String type;

  RateCardSort(String parameter, String expression, String type) {
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
