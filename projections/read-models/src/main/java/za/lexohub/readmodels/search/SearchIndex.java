package za.lexohub.readmodels.search;

import java.util.Map;
import za.lexohub.readmodels.position.ReadModelGroups;

/** One search index: an alias with the plan's name over the one index that holds its documents. */
public enum SearchIndex {
  MATTERS("matters", ReadModelGroups.MATTER_SEARCH) {
    @Override
    void derive(Map<String, Object> document) {
      // A matter's status is set by its events as it is.
    }
  },
  PRO_FORMAS("proformas", ReadModelGroups.PRO_FORMA_SEARCH) {
    @Override
    void derive(Map<String, Object> document) {
      DerivedStatus.ofProForma(document);
    }
  },
  INVOICES("invoices", ReadModelGroups.INVOICE_SEARCH) {
    @Override
    void derive(Map<String, Object> document) {
      DerivedStatus.ofInvoice(document);
    }
  };

  /** Counts up when a mapping changes; a new version is filled by a replay. */
  static final int MAPPING_VERSION = 3;

  private final String alias;
  private final String group;

  SearchIndex(String alias, String group) {
    this.alias = alias;
    this.group = group;
  }

  /** The name under which it is read and written. */
  public String alias() {
    return alias;
  }

  /** The processing group that fills it. */
  public String group() {
    return group;
  }

  /** {@code matters-v3-}: what the names of all indexes of this mapping begin with. */
  String prefix() {
    return alias + "-v" + MAPPING_VERSION + "-";
  }

  /** Sets the fields that follow from several others. */
  abstract void derive(Map<String, Object> document);
}
