package za.lexohub.readmodels.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/** Keeps the ledger: entries are added, once each, and never changed. */
public final class LedgerRows {

  private static final String TABLE = "ledger_entries";

  private final TenantScope scope;

  public LedgerRows(TenantScope scope) {
    this.scope = scope;
  }

  /**
   * Books an event that says one thing.
   *
   * @param position of the event in the log, 0 when unknown
   */
  public void book(Stamp stamp, UUID eventId, long position, LedgerEntry entry) {
    add(stamp, eventId, position, entry);
  }

  /** Books what an event says of one of several work items. */
  public void book(Stamp stamp, UUID eventId, UUID workItem, long position, LedgerEntry entry) {
    UUID id =
        UUID.nameUUIDFromBytes((eventId + "/" + workItem).getBytes(StandardCharsets.US_ASCII));
    add(stamp, id, position, entry.work(workItem));
  }

  private void add(Stamp stamp, UUID id, long position, LedgerEntry entry) {
    RowInsert row =
        RowInsert.of(TABLE, new Stamp(stamp.tenant(), id, stamp.version(), stamp.at()))
            .set("position", position)
            .set("recorded_at", stamp.at());
    entry.columns().forEach(row::set);
    row.apply(scope);
  }

  public void empty() {
    scope.truncate(TABLE);
  }
}
