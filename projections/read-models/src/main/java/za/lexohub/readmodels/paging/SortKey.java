package za.lexohub.readmodels.paging;

/** Something a list may be ordered by; the row's id decides between equal values. */
public interface SortKey {

  /** As clients write it: {@code createdAt}. */
  String parameter();

  /** The SQL expression, never null for any row. */
  String expression();

  /** The SQL type that a cursor's text is cast to. */
  String type();
}
