package za.lexohub.messages.proforma;

/** How the attorney's answer reached us ({@code domain.md} D10). */
public enum Channel {
  /** By the link in the mail. */
  PUBLIC_LINK,
  /** Given elsewhere and recorded by the advocate. */
  RECORDED_BY_ADVOCATE,
  /** By the attorney's own login. */
  ATTORNEY_LOGIN
}
