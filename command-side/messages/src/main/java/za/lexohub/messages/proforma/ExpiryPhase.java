package za.lexohub.messages.proforma;

/** What expired: the link to the form, or the offer. */
public enum ExpiryPhase {
  REQUEST,
  OFFER
}
