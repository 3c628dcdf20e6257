package za.lexohub.messages.work;

/** What was laid out for a client. */
public enum DisbursementType {
  COURT_FEES,
  FILING_FEES,
  EXPERT_WITNESS,
  TRAVEL,
  ACCOMMODATION,
  COURIER,
  PHOTOCOPYING,
  RESEARCH,
  TRANSLATION,
  OTHER
}
