package za.lexohub.query.search;

import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.search.SearchField;
import za.lexohub.readmodels.search.SearchIndex;

/** What can be found. */
public enum DocumentType {
  MATTER(SearchIndex.MATTERS, ReadModelGroups.MATTERS, SearchField.ESTIMATE_CENTS),
  PRO_FORMA(SearchIndex.PRO_FORMAS, ReadModelGroups.PRO_FORMAS, SearchField.TOTAL_CENTS),
  INVOICE(SearchIndex.INVOICES, ReadModelGroups.INVOICES, SearchField.TOTAL_CENTS);

  private final SearchIndex index;
  private final String tableGroup;
  private final SearchField amount;

  DocumentType(SearchIndex index, String tableGroup, SearchField amount) {
    this.index = index;
    this.tableGroup = tableGroup;
    this.amount = amount;
  }

  /** The name of the read model that holds documents of this type. */
  public String group() {
    return index.group();
  }

  /** The name of the read model that holds the same in a table. */
  String tableGroup() {
    return tableGroup;
  }

  SearchIndex index() {
    return index;
  }

  /** How much it is about. */
  SearchField amount() {
    return amount;
  }

  static DocumentType of(SearchIndex index) {
    return switch (index) {
      case MATTERS -> MATTER;
      case PRO_FORMAS -> PRO_FORMA;
      case INVOICES -> INVOICE;
    };
  }

  /** By the index that a hit comes from, {@code matters-v3-1}. */
  static DocumentType ofIndex(String name) {
    for (DocumentType type : values()) {
      if (name.startsWith(type.index.alias() + "-")) {
        return type;
      }
    }
    throw new IllegalStateException("a hit of the index " + name + ", which was not asked for");
  }
}
