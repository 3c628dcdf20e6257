package za.lexohub.messages.practice;

/** The Bar an advocate belongs to; decides the payment term. */
public enum Bar {
  JOHANNESBURG("JHB"),
  CAPE_TOWN("CPT");

  private final String code;

  Bar(String code) {
    this.code = code;
  }

  /** Three letters, as they stand in matter references. */
  public String code() {
    return code;
  }
}
