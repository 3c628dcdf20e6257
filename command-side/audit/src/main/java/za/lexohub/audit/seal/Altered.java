package za.lexohub.audit.seal;

/** The log is not what was sealed, or not what was written: nothing may be signed. */
final class Altered extends RuntimeException {
  Altered(String finding) {
    super(finding);
  }

  String finding() {
    return String.valueOf(getMessage());
  }
}
