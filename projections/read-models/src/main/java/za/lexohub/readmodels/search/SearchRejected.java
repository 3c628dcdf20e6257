package za.lexohub.readmodels.search;

import java.util.Map;

/** The search store refuses some documents for good; the others of the same write are stored. */
public final class SearchRejected extends RuntimeException {

  private final Map<String, String> reasons;

  SearchRejected(Map<String, String> reasons) {
    super("The search store refuses " + reasons);
    this.reasons = Map.copyOf(reasons);
  }

  /** The store's reason by the document's id. */
  public Map<String, String> reasons() {
    return reasons;
  }
}
