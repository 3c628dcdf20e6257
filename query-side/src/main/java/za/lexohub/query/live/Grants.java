package za.lexohub.query.live;

/** What attorneys may know of. */
@FunctionalInterface
public interface Grants {

  /**
   * For one stream.
   *
   * @param attorney the subject of the attorney's token
   */
  Audience of(String attorney);
}
