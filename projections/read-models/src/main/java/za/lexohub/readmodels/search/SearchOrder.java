package za.lexohub.readmodels.search;

/** The order in which what is found is shown. */
public enum SearchOrder {
  RELEVANCE,
  NEWEST,
  OLDEST
}
