package za.lexohub.readmodels.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Compares what the ledger has on each invoice's account with the balance that the invoice shows.
 */
public final class LedgerBalances {

  /** No more are named at once: what spoils so many is one fault. */
  public static final int MOST = 100;

  /** What was never sent is owed by nobody and stands in no ledger. */
  private static final String COMPARED =
      """
      select coalesce(i.id, e.invoice_id) as id, i.balance as shown, e.booked,
             coalesce(e.version, 0) as version, count(*) over () as compared
        from (select id, balance from invoices
               where tenant_id = current_setting('lexohub.tenant') and sent_at is not null) i
        full join (select invoice_id, sum(amount)::bigint as booked, max(version) as version
                     from ledger_entries
                    where tenant_id = current_setting('lexohub.tenant') and kind in %s
                    group by invoice_id) e
          on e.invoice_id = i.id
       order by i.balance is distinct from e.booked desc, id
       limit ?\
      """
          .formatted(LedgerKind.onAccount());

  private final TenantScope scope;

  public LedgerBalances(TenantScope scope) {
    this.scope = scope;
  }

  /**
   * @param invoices how many were compared
   * @param differing by id, at most {@link #MOST}
   */
  public record Compared(long invoices, List<Account> differing) {
    public Compared {
      differing = List.copyOf(differing);
    }
  }

  /**
   * An invoice's account, in cents.
   *
   * @param shown by the invoice; absent when no sent invoice is there
   * @param booked in the ledger; absent when nothing is
   * @param version of the invoice at its last entry in the ledger; 0 when nothing is booked
   */
  public record Account(
      UUID invoiceId, @Nullable Long shown, @Nullable Long booked, long version) {}

  /** All of one moment. */
  public Compared of(String tenant) {
    record Row(Account account, boolean differs, long compared) {}
    List<Row> rows =
        scope.read(
            tenant,
            jdbc ->
                jdbc.sql(COMPARED)
                    .param(MOST)
                    .query(
                        (row, number) -> {
                          Long shown = row.getObject("shown", Long.class);
                          Long booked = row.getObject("booked", Long.class);
                          return new Row(
                              new Account(
                                  Sql.uuid(row, "id"), shown, booked, row.getLong("version")),
                              shown == null || !shown.equals(booked),
                              row.getLong("compared"));
                        })
                    .list());
    return new Compared(
        rows.isEmpty() ? 0 : rows.getFirst().compared(),
        rows.stream().filter(Row::differs).map(Row::account).toList());
  }
}
