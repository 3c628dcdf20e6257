package za.lexohub.verifier;

/** Nothing could be checked at all: a file that is not there, or is something else; exit code 2. */
final class Unreadable extends Exception {

  Unreadable(String message) {
    super(message);
  }
}
