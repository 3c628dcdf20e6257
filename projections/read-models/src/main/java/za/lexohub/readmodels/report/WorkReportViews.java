package za.lexohub.readmodels.report;

import java.time.LocalDate;
import java.util.Map;
import za.lexohub.readmodels.row.TenantScope;

/** Reads reports on work: what waits to be invoiced, what became of time, where it rests. */
public final class WorkReportViews {

  private static final int ROWS = 500;

  /**
   * All that may be invoiced, matter by matter: the common tables {@code active} and {@code wip}.
   */
  static final String WIP =
      """
      active as (
        select id, reference, title, client ->> 'name' as client, opened_on, updated_at,
               (terms -> 'estimate' ->> 'amount')::bigint as estimate, terms
          from matters where tenant_id = :t and status = 'ACTIVE' and not archived),
      wip as (
        select a.id, coalesce(sum(w.minutes), 0) as minutes,
               coalesce(sum(w.amount) filter (where w.kind = 'TIME'), 0) as time,
               coalesce(sum(w.amount) filter (where w.kind = 'SERVICE'), 0) as services,
               coalesce(sum(w.amount) filter (where w.kind = 'DISBURSEMENT'), 0) as disbursements,
               sum(w.amount) as total, min(w.worked_on) as oldest, max(w.worked_on) as latest
          from active a
          join work_items w on w.tenant_id = :t and w.matter_id = a.id
         where %s
         group by a.id
        having sum(w.amount) > 0),
      used as (
        select w.matter_id as id, sum(w.amount) as fees
          from work_items w
         where w.tenant_id = :t and w.state in ('UNBILLED', 'BILLED') and w.billable
           and w.kind <> 'DISBURSEMENT'
         group by w.matter_id)\
      """
          .formatted(ReportSql.UNBILLED);

  private static final String BRACKETS =
      """
      (select jsonb_agg(b.bracket order by b.place) from (
         select n.place, jsonb_build_object(
             'name', n.name, 'count', count(r.id), 'total', %2$s) as bracket
           from unnest(array['0-30', '31-60', '61-90', '90+']) with ordinality as n(name, place)
           left join %1$s r on r.bracket = n.name
          group by n.name, n.place) b)\
      """;

  private static final String REPORT =
      """
      with %1$s,
      aged as (select *, cast(:on as date) - oldest as days from wip),
      rows as (select *, %2$s as bracket from aged)
      select jsonb_build_object(
        'on', cast(:on as date),
        'brackets', %3$s,
        'count', (select count(*) from rows),
        'total', (select %4$s from rows),
        'matters', coalesce((select jsonb_agg(jsonb_build_object(
            'matterId', r.id, 'reference', a.reference, 'title', a.title, 'client', a.client,
            'minutes', r.minutes, 'time', %5$s, 'services', %6$s, 'disbursements', %7$s,
            'total', %8$s, 'oldest', r.oldest, 'days', r.days, 'bracket', r.bracket,
            'estimate', case when a.estimate is null then null else %9$s end,
            'percentUsed', %10$s) order by r.oldest, r.id)
          from (select * from rows order by oldest, id limit %11$d) r
          join active a on a.id = r.id
          left join used u on u.id = r.id), '[]'))\
      """
          .formatted(
              WIP,
              ReportSql.AGE,
              BRACKETS.formatted("rows", ReportSql.money("sum(r.total)")),
              ReportSql.money("sum(total)"),
              ReportSql.money("r.time"),
              ReportSql.money("r.services"),
              ReportSql.money("r.disbursements"),
              ReportSql.money("r.total"),
              ReportSql.money("a.estimate"),
              ReportSql.percent("coalesce(u.fees, 0)", "a.estimate"),
              ROWS);

  private static final String GROUP =
      "jsonb_build_object('key', %s, 'label', %s, 'minutes', coalesce(minutes, 0), 'logged', "
          + ReportSql.money("logged")
          + ", 'billable', "
          + ReportSql.money("billable")
          + ", 'billed', "
          + ReportSql.money("billed")
          + ", 'writtenOff', "
          + ReportSql.money("written_off")
          + ", 'realisationPercent', "
          + ReportSql.percent("billed", "billable")
          + ")";

  private static final String SUMS =
      """
      coalesce(sum(w.minutes), 0) as minutes, coalesce(sum(w.amount), 0) as logged,
      coalesce(sum(w.amount) filter (where w.billable), 0) as billable,
      coalesce(sum(w.amount) filter (where w.billable and w.state = 'BILLED'), 0) as billed,
      coalesce(sum(w.amount) filter (where w.billable and w.state = 'WRITTEN_OFF'), 0) as written_off\
      """;

  private static final String TIME =
      """
      with work as (
        select w.*, %1$s as key, %2$s as label
          from work_items w
          join matters m on m.tenant_id = :t and m.id = w.matter_id
         where w.tenant_id = :t and w.kind <> 'DISBURSEMENT' and w.state <> 'REMOVED'
           and w.worked_on between :from and :to),
      groups as (select key, min(label) as label, %3$s from work w group by key)
      select jsonb_build_object(
        'from', cast(:from as date), 'to', cast(:to as date), 'groupBy', :by,
        'groups', coalesce((select jsonb_agg(%4$s order by label, key)
            from (select * from groups order by label, key limit %6$d) g), '[]'),
        'totals', (select %5$s from (select %3$s from work w) t))\
      """;

  private static final String HEALTH =
      """
      with %1$s,
      aged as (select w.*, cast(:on as date) - a.opened_on as days
                 from wip w join active a on a.id = w.id),
      rows as (select *, %2$s as bracket from aged),
      firsts as (
        select m.id, min(l.entry_date) - m.opened_on as days
          from ledger_entries l
          join matters m on m.tenant_id = :t and m.id = l.matter_id
         where l.tenant_id = :t and l.kind = 'INVOICED'
         group by m.id, m.opened_on)
      select jsonb_build_object(
        'on', cast(:on as date),
        'wipByMatterAge', %3$s,
        'averageDaysToFirstInvoice', (select round(avg(days), 1) from firsts),
        'claimsPrescribing', (select count(*) from active where (terms ->> 'prescriptionDate')::date
            between cast(:on as date) and cast(:on as date) + 90),
        'debtsPrescribing', (select count(*) from prescriptions p
            join invoices i on i.tenant_id = :t and i.id = p.id
           where p.tenant_id = :t and i.lifecycle = 'ISSUED' and i.balance > 0
             and (p.runs_from + interval '3 years')::date
                 between cast(:on as date) and cast(:on as date) + 90),
        'idle', coalesce((select jsonb_agg(jsonb_build_object(
            'matterId', r.id, 'reference', a.reference, 'title', a.title, 'wip', %4$s,
            'lastWork', r.latest, 'days', cast(:on as date) - r.latest)
              order by r.total desc, r.id)
          from (select * from wip where total > 500000 and cast(:on as date) - latest > 30
                 order by total desc, id limit 100) r
          join active a on a.id = r.id), '[]'))\
      """
          .formatted(
              WIP,
              ReportSql.AGE,
              BRACKETS.formatted("rows", ReportSql.money("sum(r.total)")),
              ReportSql.money("r.total"));

  private final ReportReader reader;

  public WorkReportViews(TenantScope scope) {
    this.reader = new ReportReader(scope);
  }

  public WipReport wip(String tenant, LocalDate on) {
    return reader.read(tenant, REPORT, Map.of("on", on), WipReport.class);
  }

  public TimeReport time(String tenant, Span span, TimeReport.GroupBy groupBy) {
    String sql =
        TIME.formatted(
            groupBy.key,
            groupBy.label,
            SUMS,
            GROUP.formatted("key", "label"),
            GROUP.formatted("'TOTAL'", "'TOTAL'"),
            ROWS);
    return reader.read(
        tenant,
        sql,
        Map.of("from", span.from(), "to", span.to(), "by", groupBy.name()),
        TimeReport.class);
  }

  public PracticeHealth health(String tenant, LocalDate on) {
    return reader.read(tenant, HEALTH, Map.of("on", on), PracticeHealth.class);
  }
}
