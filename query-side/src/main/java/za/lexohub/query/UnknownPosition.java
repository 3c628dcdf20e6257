package za.lexohub.query;

/** The caller names a position that the log has not reached: it was told so by nobody here. */
public final class UnknownPosition extends RuntimeException {

  UnknownPosition(long wanted, long recorded) {
    super("the log ends at position " + recorded + ", before " + wanted);
  }
}
