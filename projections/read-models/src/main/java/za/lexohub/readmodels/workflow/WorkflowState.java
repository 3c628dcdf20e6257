package za.lexohub.readmodels.workflow;

/** Where a workflow stands. */
public enum WorkflowState {
  RUNNING,
  /** Gave up at a step; a person can retry it, unless the validation refused the offer. */
  FAILED,
  DONE,
  /** Its invoice was discarded or voided; another round may follow. */
  RELEASED
}
