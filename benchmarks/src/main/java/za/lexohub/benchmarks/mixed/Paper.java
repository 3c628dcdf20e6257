package za.lexohub.benchmarks.mixed;

/**
 * A document with which something is to be done next.
 *
 * @param left cents that are not paid yet
 * @param since by {@link System#nanoTime()}, when it came to where it is
 * @param position of the last command on it
 */
record Paper(Book book, String id, long left, long since, String position) {

  Paper now(long leftOver, Reply reply) {
    return new Paper(book, id, leftOver, System.nanoTime(), reply.position());
  }

  /** Under another name: the invoice of a pro forma. */
  Paper as(String other, Reply reply) {
    return new Paper(book, other, left, System.nanoTime(), reply.position());
  }
}
