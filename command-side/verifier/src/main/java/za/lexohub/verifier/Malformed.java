package za.lexohub.verifier;

/** Input that does not have the form its specification gives it; the message says what is wrong. */
final class Malformed extends Exception {

  Malformed(String message) {
    super(message);
  }
}
