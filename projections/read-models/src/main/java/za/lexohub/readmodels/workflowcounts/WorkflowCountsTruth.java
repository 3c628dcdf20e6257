package za.lexohub.readmodels.workflowcounts;

import java.time.Clock;
import java.util.List;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/**
 * The counts by SQL, from the lists themselves: slower than Redis, and right whenever the lists
 * are.
 */
public final class WorkflowCountsTruth {

  private static final String COUNTS =
      """
      select (select count(*) from matters
               where tenant_id = :t and status = 'ACTIVE' and not archived) as matters,
             p.open, p.sent, p.accepted, i.draft, i.unpaid, i.overdue
        from (select count(*) filter (where status in ('REQUESTED', 'SUBMITTED')) as open,
                     count(*) filter (where status = 'SENT') as sent,
                     count(*) filter (where status = 'ACCEPTED') as accepted
                from pro_formas where tenant_id = :t) p,
             (select count(*) filter (where lifecycle = 'DRAFT') as draft,
                     count(*) filter (where lifecycle = 'ISSUED' and balance > 0) as unpaid,
                     count(*) filter (where lifecycle = 'ISSUED' and balance > 0
                                        and overdue_since is not null) as overdue
                from invoices where tenant_id = :t) i\
      """;

  /** What an expired pro forma or archived matter counts as is kept for the day it comes back. */
  private static final String MEMBERS =
      """
      select id, version, archived as hidden, false as overdue,
             case when status = 'ACTIVE' then 'MATTER_ACTIVE' else 'NOWHERE' end as state
        from matters where tenant_id = :t
      union all
      select id, version, status = 'EXPIRED', false,
             case coalesce(status_before_expiry, status)
               when 'REQUESTED' then 'PRO_FORMA_OPEN'
               when 'SUBMITTED' then 'PRO_FORMA_OPEN'
               when 'SENT' then 'PRO_FORMA_SENT'
               when 'ACCEPTED' then 'PRO_FORMA_ACCEPTED'
               else 'NOWHERE'
             end
        from pro_formas where tenant_id = :t
      union all
      select id, version, false, overdue_since is not null,
             case
               when lifecycle = 'DRAFT' then 'INVOICE_DRAFT'
               when lifecycle = 'ISSUED' and balance > 0 then 'INVOICE_UNPAID'
               else 'NOWHERE'
             end
        from invoices where tenant_id = :t\
      """;

  private final TenantScope scope;
  private final Clock clock;

  public WorkflowCountsTruth(TenantScope scope, Clock clock) {
    this.scope = scope;
    this.clock = clock;
  }

  public WorkflowCounts counts(String tenant) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(COUNTS)
                .param("t", tenant)
                .query(
                    (row, number) ->
                        new WorkflowCounts(
                            row.getLong("matters"),
                            row.getLong("open"),
                            row.getLong("draft"),
                            row.getLong("unpaid"),
                            row.getLong("sent"),
                            row.getLong("accepted"),
                            row.getLong("overdue"),
                            clock.instant()))
                .single());
  }

  /** Everything that could count, as it stands. */
  List<CountedMove> members(String tenant) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(MEMBERS)
                .param("t", tenant)
                .query(
                    (row, number) ->
                        new CountedMove(
                            Sql.uuid(row, "id"),
                            row.getLong("version"),
                            true,
                            CountedState.valueOf(row.getString("state")),
                            row.getBoolean("hidden"),
                            row.getBoolean("overdue")))
                .list());
  }
}
