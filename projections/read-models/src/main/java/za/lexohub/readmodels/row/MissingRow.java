package za.lexohub.readmodels.row;

/** A change came for something that was never created here: an earlier event is missing. */
public final class MissingRow extends RuntimeException {

  public MissingRow(String table, Stamp stamp) {
    super(
        "no row in %s for %s of %s, which should now be at version %d"
            .formatted(table, stamp.id(), stamp.tenant(), stamp.version()));
  }
}
