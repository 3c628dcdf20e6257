package za.lexohub.readmodels.paging;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The order of a list, by one key. */
public record Sort<K extends SortKey>(K key, boolean descending) {

  public static <K extends SortKey> Sort<K> ascending(K key) {
    return new Sort<>(key, false);
  }

  public static <K extends SortKey> Sort<K> descending(K key) {
    return new Sort<>(key, true);
  }

  /**
   * Reads {@code dueDate} or {@code -dueDate}.
   *
   * @throws IllegalArgumentException naming the allowed keys, for any other text
   */
  public static <K extends SortKey> Sort<K> parse(String text, K[] allowed) {
    boolean descending = text.startsWith("-");
    String parameter = descending ? text.substring(1) : text;
    for (K key : allowed) {
      if (key.parameter().equals(parameter)) {
        return new Sort<>(key, descending);
      }
    }
    throw new IllegalArgumentException(
        "sort must be one of "
            + Arrays.stream(allowed).map(SortKey::parameter).collect(Collectors.joining(", "))
            + ", with a leading - for descending order");
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return (descending ? "-" : "") + key.parameter();
  }
}
