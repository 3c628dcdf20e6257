package za.lexohub.audit.seal;

/** Another node seals by now, or has gone on from where this one believed to be. */
final class Fenced extends RuntimeException {
  Fenced() {
    super("another node has taken over the sealing");
  }
}
