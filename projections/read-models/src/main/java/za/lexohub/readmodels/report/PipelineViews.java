package za.lexohub.readmodels.report;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import za.lexohub.readmodels.proforma.ProFormaStatus;
import za.lexohub.readmodels.row.TenantScope;

/** Reads what becomes of pro formas; when they were sent and accepted is in the ledger. */
public final class PipelineViews {

  private static final String PIPELINE =
      """
      with entries as (
        select pro_forma_id, kind, entry_date from ledger_entries
         where tenant_id = :t and kind in ('QUOTE_SENT', 'QUOTE_ACCEPTED')),
      cohort as (
        select pro_forma_id, min(entry_date) filter (where kind = 'QUOTE_SENT') as sent_on,
               max(entry_date) filter (where kind = 'QUOTE_ACCEPTED') as accepted_on
          from entries group by pro_forma_id),
      sent as (
        select c.*, p.status, p.status in ('ACCEPTED', 'CONVERTED') as accepted
          from cohort c join pro_formas p on p.tenant_id = :t and p.id = c.pro_forma_id
         where c.sent_on between :from and :to),
      counts as (
        select count(*) as sent, count(*) filter (where accepted) as accepted,
               count(*) filter (where status = 'DECLINED') as declined,
               count(*) filter (where status = 'EXPIRED') as expired,
               percentile_cont(0.5) within group (order by accepted_on - sent_on)
                 filter (where accepted) as median
          from sent),
      born as (
        select status, total from pro_formas
         where tenant_id = :t and %1$s between :from and :to)
      select jsonb_build_object(
        'from', cast(:from as date), 'to', cast(:to as date),
        'stages', (select jsonb_agg(s.stage order by s.place) from (
            select n.place, jsonb_build_object(
                'name', n.name, 'count', count(b.status), 'value', %2$s) as stage
              from unnest(array[%3$s]) with ordinality as n(name, place)
              left join born b on b.status = n.name
             group by n.name, n.place) s),
        'sent', c.sent, 'accepted', c.accepted, 'declined', c.declined, 'expired', c.expired,
        'conversionPercent', %4$s,
        'medianDaysToAcceptance', round(c.median::numeric, 1)) from counts c\
      """
          .formatted(
              BusinessDays.of("created_at"),
              ReportSql.money("sum(b.total)"),
              Arrays.stream(ProFormaStatus.values())
                  .map(status -> "'" + status + "'")
                  .collect(Collectors.joining(", ")),
              ReportSql.percent("c.accepted", "c.accepted + c.declined + c.expired"));

  private final ReportReader reader;

  public PipelineViews(TenantScope scope) {
    this.reader = new ReportReader(scope);
  }

  public Pipeline pipeline(String tenant, Span span) {
    return reader.read(
        tenant, PIPELINE, Map.of("from", span.from(), "to", span.to()), Pipeline.class);
  }
}
