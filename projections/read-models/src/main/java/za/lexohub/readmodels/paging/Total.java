package za.lexohub.readmodels.paging;

/**
 * How many entries a list has.
 *
 * @param count all of them, or when there are more, {@value #EXACT_UP_TO}
 * @param exact whether it is all of them; if not, there are more
 */
public record Total(long count, boolean exact) {

  /** Nobody pages further, and counting must not cost more than reading. */
  public static final int EXACT_UP_TO = 10_000;

  /** Of what was counted up to one more than {@link #EXACT_UP_TO}. */
  static Total of(long counted) {
    return new Total(Math.min(counted, EXACT_UP_TO), counted <= EXACT_UP_TO);
  }
}
