package za.lexohub.query.search;

import za.lexohub.readmodels.search.SearchIndex;

/** What can be found. */
public enum DocumentType {
  MATTER(SearchIndex.MATTERS),
  PRO_FORMA(SearchIndex.PRO_FORMAS),
  INVOICE(SearchIndex.INVOICES);

  private final SearchIndex index;

  DocumentType(SearchIndex index) {
    this.index = index;
  }

  /** The name of the read model that holds documents of this type. */
  public String group() {
    return index.group();
  }

  SearchIndex index() {
    return index;
  }

  /** By the index that a hit comes from, {@code matters-v2-1}. */
  static DocumentType ofIndex(String name) {
    for (DocumentType type : values()) {
      if (name.startsWith(type.index.alias() + "-")) {
        return type;
      }
    }
    throw new IllegalStateException("a hit of the index " + name + ", which was not asked for");
  }
}
