package za.lexohub.messages.proforma;

/** A public link serves one purpose. */
public enum LinkPurpose {
  /** Fill in the request. */
  SUBMIT,
  /** Accept, decline or ask for changes. */
  RESPOND,
  /** Sign an engagement agreement. */
  SIGN,
  /** See an invoice. */
  VIEW_INVOICE
}
