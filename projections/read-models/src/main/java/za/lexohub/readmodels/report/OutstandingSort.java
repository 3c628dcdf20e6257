package za.lexohub.readmodels.report;

import za.lexohub.readmodels.paging.SortKey;

/** What open invoices may be ordered by. */
public enum OutstandingSort implements SortKey {
  DUE_DATE("dueDate", "due_date", "date"),
  BALANCE("balance", "balance", "bigint");

  private final String parameter;
  private final String expression;
  private final String type;

  OutstandingSort(String parameter, String expression, String type) {
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
