package za.lexohub.benchmarks.crash;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document that a client wants issued once.
 *
 * @param key the idempotency key, from which the document's id is made
 * @param year of its series
 */
record Errand(String key, What what, String tenant, int year) {

  /** What is issued, or meant to be. */
  enum What {
    /** Registers the practice and gives it what the others are about: a matter, an open invoice. */
    BOOKS,
    MATTER,
    PRO_FORMA,
    INVOICE,
    /** An invoice whose draft is given up: its number is void. */
    DISCARDED_INVOICE,
    CREDIT_NOTE,
    DEBIT_NOTE,
    TRUST_RECEIPT,
    /** Refused when the sequence is locked and nothing is drawn from it. */
    EXCESSIVE_CREDIT_NOTE,
    /** Refused when a number is drawn already: it has to go back with all else. */
    EARLY_TRUST_RECEIPT;

    boolean isRefused() {
      return this == EXCESSIVE_CREDIT_NOTE || this == EARLY_TRUST_RECEIPT;
    }
  }

  private static final Pattern LINE = Pattern.compile("(\\S+) (\\S+) (\\S+) (\\d+)");

  /** The document's. */
  UUID id() {
    return id("document");
  }

  UUID id(String role) {
    return UUID.nameUUIDFromBytes((key + "/" + role).getBytes(StandardCharsets.UTF_8));
  }

  /** What the errands of a tenant are about. */
  static Errand booksOf(String tenant, int year) {
    return new Errand("books-of-" + tenant, What.BOOKS, tenant, year);
  }

  String line() {
    return key + " " + what + " " + tenant + " " + year;
  }

  static Errand of(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no errand: " + line);
    }
    return new Errand(
        matcher.group(1),
        What.valueOf(matcher.group(2)),
        matcher.group(3),
        Integer.parseInt(matcher.group(4)));
  }
}
