package za.lexohub.readmodels.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads what is open on a day, from the ledger. */
public final class OutstandingViews {

  private static final String AGEING =
      """
      with outstanding as (select * from %1$s x where (cast(:bar as text) is null or x.bar = :bar)
             and (cast(:client as text) is null or x.client ilike :client))
      select jsonb_build_object(
        'on', cast(:on as date),
        'count', (select count(*) from outstanding),
        'total', (select %2$s from outstanding),
        'brackets', (select jsonb_agg(b.bracket order by b.place) from (
            select n.place, jsonb_build_object(
                'name', n.name, 'count', count(o.id), 'total', %2$s) as bracket
              from unnest(array['CURRENT', '1-30', '31-60', '61-90', '90+'])
                     with ordinality as n(name, place)
              left join outstanding o on o.bracket = n.name
             group by n.name, n.place) b))\
      """;

  private static final String COLUMNS =
      """
      id, invoice_number, client, attorney, firm, bar, total, paid, credited, debited, written_off,
      balance, invoiced_on, due_date, days, bracket, round(100.0 * paid / nullif(total, 0), 1) as progress\
      """;

  private final TenantScope scope;
  private final ReportReader reader;

  public OutstandingViews(TenantScope scope) {
    this.scope = scope;
    this.reader = new ReportReader(scope);
  }

  public Ageing ageing(String tenant, OutstandingFilter filter) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("on", filter.on());
    parameters.put("bar", filter.bar());
    parameters.put("client", KeysetQuery.anywhere(filter.clientName()));
    return reader.read(
        tenant,
        AGEING.formatted(outstanding(filter), ReportSql.money("sum(balance)")),
        parameters,
        Ageing.class);
  }

  /** See {@link KeysetQuery#page}. */
  public Page<OutstandingInvoice> page(
      String tenant,
      OutstandingFilter filter,
      Sort<OutstandingSort> sort,
      int limit,
      @Nullable Cursor after) {
    return reader.read(
        tenant,
        jdbc ->
            narrowed(tenant, filter).page(scope, sort, limit, after, OutstandingViews::invoice));
  }

  /** All of them, the longest due first. */
  public List<OutstandingInvoice> all(String tenant, OutstandingFilter filter) {
    return reader.read(
        tenant,
        jdbc -> {
          List<OutstandingInvoice> invoices = new ArrayList<>();
          narrowed(tenant, filter)
              .each(jdbc, "due_date, id", row -> invoices.add(invoice(row, invoices.size())));
          return invoices;
        });
  }

  private static KeysetQuery narrowed(String tenant, OutstandingFilter filter) {
    return new KeysetQuery(tenant, COLUMNS, outstanding(filter) + " o")
        .whereEqual("bar", filter.bar())
        .whereContains("client", filter.clientName());
  }

  /** As a table; a date is nothing but digits and dashes. */
  private static String outstanding(OutstandingFilter filter) {
    return """
    (with %1$s,
      sums as (
        select invoice_id, total, due_date, invoiced_on, sum(change)::bigint as balance,
               -coalesce(sum(change) filter (where kind in ('PAID', 'PAYMENT_REVERSED')), 0)::bigint as paid,
               -coalesce(sum(change) filter (where kind = 'CREDITED'), 0)::bigint as credited,
               coalesce(sum(change) filter (where kind = 'DEBITED'), 0)::bigint as debited,
               -coalesce(sum(change) filter (where kind = 'WRITTEN_OFF'), 0)::bigint as written_off
          from booked
         where entry_date <= date '%2$s' and invoiced_on <= date '%2$s'
         group by invoice_id, total, due_date, invoiced_on),
      aged as (select *, date '%2$s' - due_date as days from sums where balance <> 0)
      select i.tenant_id, i.id, i.invoice_number, i.client ->> 'name' as client,
             i.attorney ->> 'name' as attorney, i.attorney ->> 'firm' as firm, i.bar,
             a.total, a.paid, a.credited, a.debited, a.written_off, a.balance, a.invoiced_on,
             a.due_date, a.days, %3$s as bracket
        from aged a
        join invoices i on i.tenant_id = current_setting('lexohub.tenant') and i.id = a.invoice_id)\
    """
        .formatted(ReportSql.booked(filter.asOf()), filter.on(), ReportSql.BRACKET);
  }

  private static OutstandingInvoice invoice(ResultSet row, int number) throws SQLException {
    return new OutstandingInvoice(
        Sql.uuid(row, "id"),
        row.getString("invoice_number"),
        row.getString("client"),
        row.getString("attorney"),
        Sql.optionalText(row, "firm"),
        row.getString("bar"),
        Sql.money(row, "total"),
        Sql.money(row, "paid"),
        Sql.money(row, "credited"),
        Sql.money(row, "debited"),
        Sql.money(row, "written_off"),
        Sql.money(row, "balance"),
        Sql.date(row, "invoiced_on"),
        Sql.date(row, "due_date"),
        row.getInt("days"),
        row.getString("bracket"),
        row.getBigDecimal("progress"));
  }
}
