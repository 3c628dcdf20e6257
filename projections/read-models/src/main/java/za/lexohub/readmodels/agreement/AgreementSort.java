package za.lexohub.readmodels.agreement;

import za.lexohub.readmodels.paging.SortKey;

/** What agreements may be ordered by. */
public enum AgreementSort implements SortKey {
  CREATED_AT("createdAt", "created_at", "timestamptz");

  private final String parameter;
  private final String expression;
  private final String type;

  AgreementSort(String parameter, String expression, String type) {
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
