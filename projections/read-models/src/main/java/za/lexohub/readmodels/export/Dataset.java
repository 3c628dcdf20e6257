package za.lexohub.readmodels.export;

import java.util.List;
import za.lexohub.readmodels.export.Column.Secrecy;

/** What can be exported. An amount is a column of cents, beside which stands their currency. */
public enum Dataset {
  MATTERS("matters", "matters", true, DocumentColumns.MATTERS),
  INVOICES("invoices", "invoices", true, DocumentColumns.INVOICES),
  PRO_FORMAS("pro-formas", "pro_formas", true, DocumentColumns.PRO_FORMAS),
  WORK_ITEMS("work-items", "work_items", false, EntryColumns.WORK_ITEMS),
  /** What was paid on invoices, as the ledger has it; a reversed payment says when it was. */
  PAYMENTS("payments", EntryColumns.PAID, true, EntryColumns.PAYMENTS),
  LEDGER("ledger", "ledger_entries", true, EntryColumns.LEDGER),
  CREDIT_NOTES("credit-notes", "credit_notes", false, EntryColumns.CREDIT_NOTES),
  RECEIPTS("receipts", "receipts", false, EntryColumns.RECEIPTS);

  private final String word;
  private final String table;
  private final boolean hasPast;
  private final List<Column> columns;

  Dataset(String word, String table, boolean hasPast, List<Column> columns) {
    this.word = word;
    this.table = table;
    this.hasPast = hasPast;
    this.columns = columns;
  }

  /** As addresses and files name it. */
  public String word() {
    return word;
  }

  /** Whether it is known what it was at any position of the log. */
  public boolean hasPast() {
    return hasPast;
  }

  /**
   * @param masked whether for somebody who may not know who anybody is
   */
  public List<Column> columns(boolean masked) {
    return masked
        ? columns.stream().filter(column -> column.secrecy() != Secrecy.TEXT).toList()
        : columns;
  }

  /** Entries of the ledger stand at a position, and are never changed. */
  boolean isOfTheLedger() {
    return this == LEDGER || this == PAYMENTS;
  }

  /**
   * @param through entries of the ledger up to this position; everything else is as it is
   */
  String table(long through) {
    return table.formatted(through);
  }
}
