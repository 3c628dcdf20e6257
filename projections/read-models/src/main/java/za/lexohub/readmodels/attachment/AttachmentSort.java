package za.lexohub.readmodels.attachment;

import za.lexohub.readmodels.paging.SortKey;

/** What attachments may be ordered by. */
public enum AttachmentSort implements SortKey {
  CREATED_AT("createdAt", "created_at", "timestamptz");

  private final String parameter;
  private final String expression;
  private final String type;

  AttachmentSort(String parameter, String expression, String type) {
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
