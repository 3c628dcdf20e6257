package za.lexohub.readmodels.matter;

import za.lexohub.readmodels.paging.SortKey;

/** What matters may be ordered by. */
public enum MatterSort implements SortKey {
  CREATED_AT("createdAt", "created_at", "timestamptz"),
  OPENED_ON("openedOn", "opened_on", "date"),
  REFERENCE("reference", "reference", "text"),
  TITLE("title", "lower(title)", "text");

  private final String parameter;
  private final String expression;
  private final String type;

  MatterSort(String parameter, String expression, String type) {
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
