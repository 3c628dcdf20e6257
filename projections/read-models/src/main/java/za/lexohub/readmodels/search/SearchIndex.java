package za.lexohub.readmodels.search;

import java.util.Map;

/** One search index: an alias with the plan's name over the one index that holds its documents. */
public enum SearchIndex {
  MATTERS("matters") {
    @Override
    void derive(Map<String, Object> document) {
      // A matter's status is set by its events as it is.
    }
  },
  PRO_FORMAS("proformas") {
    @Override
    void derive(Map<String, Object> document) {
      DerivedStatus.ofProForma(document);
    }
  },
  INVOICES("invoices") {
    @Override
    void derive(Map<String, Object> document) {
      DerivedStatus.ofInvoice(document);
    }
  };

  /** Counts up when a mapping changes; a new version is filled by a replay. */
  static final int MAPPING_VERSION = 1;

  private final String alias;

  SearchIndex(String alias) {
    this.alias = alias;
  }

  /** The name under which it is read and written. */
  public String alias() {
    return alias;
  }

  /** {@code matters-v1-}: what the names of all indexes of this mapping begin with. */
  String prefix() {
    return alias + "-v" + MAPPING_VERSION + "-";
  }

  /** Sets the fields that follow from several others. */
  abstract void derive(Map<String, Object> document);
}
