package za.lexohub.messages.proforma;

/** What the request is meant to become. */
public enum RequestedAction {
  MATTER,
  PRO_FORMA,
  INVOICE
}
