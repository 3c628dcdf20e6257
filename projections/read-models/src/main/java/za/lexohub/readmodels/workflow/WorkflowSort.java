package za.lexohub.readmodels.workflow;

import za.lexohub.readmodels.paging.SortKey;

/** What workflows may be ordered by. */
public enum WorkflowSort implements SortKey {
  STARTED_AT;

  @Override
  public String parameter() {
    return "startedAt";
  }

  @Override
  public String expression() {
    return "started_at";
  }

  @Override
  public String type() {
    return "timestamptz";
  }
}
