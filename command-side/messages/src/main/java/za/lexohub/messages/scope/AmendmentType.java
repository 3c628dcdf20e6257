package za.lexohub.messages.scope;

/** What an amendment changes. */
public enum AmendmentType {
  SCOPE_INCREASE,
  SCOPE_DECREASE,
  FEE_ADJUSTMENT,
  TIMELINE_CHANGE,
  OTHER
}
