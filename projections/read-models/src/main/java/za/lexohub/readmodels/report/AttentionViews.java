package za.lexohub.readmodels.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Counts what waits for somebody. From the tables themselves, for most of it depends on the day: no
 * event says that a week has passed.
 */
public final class AttentionViews {

  private static final String COUNTS =
      """
      select m.*, p.*, i.*, s.*, n.* from
        (select count(*) filter (where status = 'ACTIVE' and not archived and not exists (
                  select 1 from pro_formas q where q.tenant_id = :t and q.matter_id = matters.id))
                  as without_pro_forma,
                count(*) filter (where status = 'REQUESTED' and not archived) as briefs,
                count(*) filter (where status = 'ACTIVE' and not archived
                  and billing in ('READY', 'APPROVED')) as ready,
                count(*) filter (where status = 'ACTIVE' and not archived
                  and (terms ->> 'nextCourtDate')::date between :today and :soon) as in_court
           from matters where tenant_id = :t) m,
        (select count(*) filter (where status = 'ACCEPTED') as accepted,
                count(*) filter (where status = 'SENT' and valid_until between :today and :soon)
                  as expiring,
                count(*) filter (where status = 'SUBMITTED') as submitted,
                count(*) filter (where status = 'SENT') as sent
           from pro_formas where tenant_id = :t) p,
        (select count(*) filter (where lifecycle = 'DRAFT') as drafts,
                count(*) filter (where lifecycle = 'ISSUED' and balance > 0
                  and due_date < :today) as overdue,
                count(*) filter (where lifecycle = 'ISSUED' and balance > 0
                  and due_date between :today and :soon) as due
           from invoices where tenant_id = :t) i,
        (select count(*) filter (where status = 'PENDING') as amendments
           from scope_amendments where tenant_id = :t) s,
        (select count(*) as unread
           from notifications where tenant_id = :t
            and not exists (select 1 from notification_reads r
                 where r.tenant_id = :t and r.notification_id = notifications.id
                   and r.inbox_id = :inbox)
            and not exists (select 1 from notification_mutes u
                 where u.tenant_id = :t and u.inbox_id = :inbox
                   and notifications.kind = any (u.kinds))) n\
      """;

  private final TenantScope scope;
  private final Clock clock;

  public AttentionViews(TenantScope scope, Clock clock) {
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * @param inbox of the user who asks
   */
  public Attention attention(String tenant, UUID inbox) {
    var today = BusinessDays.today(clock);
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(COUNTS)
                .params(
                    Map.of("t", tenant, "inbox", inbox, "today", today, "soon", today.plusDays(7)))
                .query(this::counts)
                .single());
  }

  private Attention counts(ResultSet row, int number) throws SQLException {
    return new Attention(
        row.getLong("without_pro_forma"),
        row.getLong("accepted"),
        row.getLong("expiring"),
        row.getLong("overdue"),
        row.getLong("drafts"),
        row.getLong("briefs") + row.getLong("submitted"),
        row.getLong("sent"),
        row.getLong("amendments"),
        row.getLong("ready"),
        row.getLong("unread"),
        row.getLong("due"),
        row.getLong("in_court"),
        clock.instant());
  }
}
