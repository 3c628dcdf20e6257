package za.lexohub.messages.matter;

/** How the fee of a matter is agreed. */
public enum FeeType {
  HOURLY,
  FIXED,
  CONTINGENCY,
  SUCCESS,
  RETAINER,
  PRO_BONO,
  HYBRID
}
