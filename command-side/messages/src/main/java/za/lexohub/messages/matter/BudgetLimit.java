package za.lexohub.messages.matter;

/** The agreed amount that work in progress has outgrown. */
public enum BudgetLimit {
  /** More than 15 % above the estimate. */
  ESTIMATE,
  /** More than 10 % above the cap. */
  FEE_CAP
}
