package za.lexohub.readmodels.notification;

import za.lexohub.readmodels.paging.SortKey;

/** What notices may be ordered by. */
public enum NotificationSort implements SortKey {
  CREATED_AT("createdAt", "created_at", "timestamptz");

  private final String parameter;
  private final String expression;
  private final String type;

  NotificationSort(String parameter, String expression, String type) {
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
