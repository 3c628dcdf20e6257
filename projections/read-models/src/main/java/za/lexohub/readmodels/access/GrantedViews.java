package za.lexohub.readmodels.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import za.lexohub.readmodels.invoice.InvoiceSort;
import za.lexohub.readmodels.matter.MatterSort;
import za.lexohub.readmodels.money.Line;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.money.Totals;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.party.SupplierView;
import za.lexohub.readmodels.proforma.ProFormaSort;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Reads what an attorney's grants show, and nothing beside: of quotes and invoices only those that
 * were sent. Whoever asks for something else finds nothing, as if it were not there.
 */
public final class GrantedViews {

  private static final String MATTERS =
      """
      (select m.*, g.attorney_id, g.level as access
         from matters m
         join matter_grants g on g.tenant_id = m.tenant_id and g.matter_id = m.id
        where g.level is not null) granted\
      """;

  private static final String PRO_FORMAS =
      """
      (select p.*, g.attorney_id, p.answer ->> 'kind' = 'CHANGES_REQUESTED' as bargained
         from pro_formas p
         join matter_grants g on g.tenant_id = p.tenant_id and g.matter_id = p.matter_id
        where g.level is not null and p.sent_at is not null) granted\
      """;

  private static final String INVOICES =
      """
      (select i.*, g.attorney_id
         from invoices i
         join matter_grants g on g.tenant_id = i.tenant_id and g.matter_id = i.matter_id
        where g.level is not null and i.sent_at is not null) granted\
      """;

  private final TenantScope scope;

  public GrantedViews(TenantScope scope) {
    this.scope = scope;
  }

  /** Who may see a matter, in the order of their first grant. */
  public List<MatterGrant> grants(String tenant, UUID matterId) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(
                    """
                    select attorney_id, level, updated_at from matter_grants
                     where tenant_id = ? and matter_id = ? and level is not null
                     order by created_at, id\
                    """)
                .params(tenant, matterId)
                .query(
                    (row, number) ->
                        new MatterGrant(
                            row.getString("attorney_id"),
                            row.getString("level"),
                            Sql.instant(row, "updated_at")))
                .list());
  }

  /**
   * The matters that an attorney may see, without order.
   *
   * @param most how many are looked for; no more are named
   */
  public Set<UUID> grantedTo(String tenant, String attorneyId, int most) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(
                    """
                    select matter_id from matter_grants
                     where tenant_id = ? and attorney_id = ? and level is not null limit ?\
                    """)
                .params(tenant, attorneyId, most)
                .query(UUID.class)
                .set());
  }

  /**
   * The version that the matter had when the attorney was last given access to it; empty when they
   * have none.
   */
  public Optional<Long> grantedAt(String tenant, String attorneyId, UUID matterId) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(
                    """
                    select version from matter_grants
                     where tenant_id = ? and attorney_id = ? and matter_id = ?
                       and level is not null\
                    """)
                .params(tenant, attorneyId, matterId)
                .query(Long.class)
                .optional());
  }

  /** The matter that a pro forma is of; empty when it is of none yet, or is not there. */
  public Optional<UUID> matterOfProForma(String tenant, UUID id) {
    return matterOf(tenant, "pro_formas", id);
  }

  /** The matter that an invoice is of; empty when it is of none, or is not there. */
  public Optional<UUID> matterOfInvoice(String tenant, UUID id) {
    return matterOf(tenant, "invoices", id);
  }

  private Optional<UUID> matterOf(String tenant, String table, UUID id) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(
                    "select matter_id from "
                        + table
                        + " where tenant_id = ? and id = ? and matter_id is not null")
                .params(tenant, id)
                .query(UUID.class)
                .optional());
  }

  public Optional<GrantedMatter> matter(String tenant, String attorneyId, UUID id) {
    return one(tenant, attorneyId, id, MATTERS, GrantedViews::matter);
  }

  /** See {@link KeysetQuery#page}. */
  public Page<GrantedMatter> matters(
      String tenant, String attorneyId, Sort<MatterSort> sort, int limit, @Nullable Cursor after) {
    return list(tenant, attorneyId, MATTERS).page(scope, sort, limit, after, GrantedViews::matter);
  }

  public Optional<GrantedProForma> proForma(String tenant, String attorneyId, UUID id) {
    return one(tenant, attorneyId, id, PRO_FORMAS, (row, number) -> proForma(row, true));
  }

  /** See {@link KeysetQuery#page}. */
  public Page<GrantedProForma> proFormas(
      String tenant,
      String attorneyId,
      @Nullable UUID matterId,
      Sort<ProFormaSort> sort,
      int limit,
      @Nullable Cursor after) {
    return list(tenant, attorneyId, PRO_FORMAS)
        .whereEqual("matter_id", matterId)
        .page(scope, sort, limit, after, (row, number) -> proForma(row, false));
  }

  public Optional<GrantedInvoice> invoice(String tenant, String attorneyId, UUID id) {
    return one(tenant, attorneyId, id, INVOICES, (row, number) -> invoice(row, true));
  }

  /** See {@link KeysetQuery#page}. */
  public Page<GrantedInvoice> invoices(
      String tenant,
      String attorneyId,
      @Nullable UUID matterId,
      Sort<InvoiceSort> sort,
      int limit,
      @Nullable Cursor after) {
    return list(tenant, attorneyId, INVOICES)
        .whereEqual("matter_id", matterId)
        .page(scope, sort, limit, after, (row, number) -> invoice(row, false));
  }

  private <T> Optional<T> one(
      String tenant, String attorneyId, UUID id, String granted, RowMapper<T> mapper) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(
                    "select * from "
                        + granted
                        + " where tenant_id = ? and attorney_id = ? and id = ?")
                .params(tenant, attorneyId, id)
                .query(mapper)
                .optional());
  }

  private static KeysetQuery list(String tenant, String attorneyId, String granted) {
    return new KeysetQuery(tenant, "granted.*", granted).where("attorney_id = ?", attorneyId);
  }

  private static GrantedMatter matter(ResultSet row, int number) throws SQLException {
    return new GrantedMatter(
        Sql.uuid(row, "id"),
        row.getString("reference"),
        row.getString("status"),
        row.getString("access"),
        row.getString("matter_type"),
        row.getString("title"),
        Sql.optionalText(row, "description"),
        Json.column(row, "client", PartyView.class).name(),
        Sql.optionalText(row, "court_case_number"),
        Sql.date(row, "opened_on"),
        row.getLong("version"),
        Sql.instant(row, "created_at"));
  }

  private static GrantedProForma proForma(ResultSet row, boolean whole) throws SQLException {
    boolean offered = isOffered(row);
    return new GrantedProForma(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "matter_id"),
        row.getString("quote_number"),
        row.getString("status"),
        row.getString("matter_type"),
        offered ? row.getString("title") : null,
        Json.column(row, "client", PartyView.class).name(),
        Json.column(row, "supplier", SupplierView.class).name(),
        offered ? Sql.optionalText(row, "narrative") : null,
        offered && whole ? Json.columnOf(row, "lines", Line.class) : null,
        offered ? Json.column(row, "totals", Totals.class) : null,
        Sql.date(row, "quote_date"),
        offered ? Sql.date(row, "valid_until") : null,
        Sql.instant(row, "sent_at"),
        row.getLong("version"),
        Sql.instant(row, "created_at"));
  }

  /**
   * Whether the offer in the row is the one that was sent. The advocate may write another only
   * while it is being negotiated; that may expire or be withdrawn before anything is sent.
   */
  private static boolean isOffered(ResultSet row) throws SQLException {
    String before = Sql.optionalText(row, "status_before_expiry");
    String phase = before == null ? row.getString("status") : before;
    // Rows from before offers were marked do not tell what was withdrawn.
    boolean isDoubtful =
        phase.equals("NEGOTIATING") || phase.equals("WITHDRAWN") && row.getBoolean("bargained");
    return !row.getBoolean("offer_unsent") && !isDoubtful;
  }

  private static GrantedInvoice invoice(ResultSet row, boolean whole) throws SQLException {
    Totals totals = Json.column(row, "totals", Totals.class);
    return new GrantedInvoice(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "matter_id"),
        row.getString("invoice_number"),
        row.getString("status"),
        row.getString("payment_status"),
        row.getString("title"),
        Json.column(row, "client", PartyView.class).name(),
        Json.column(row, "supplier", SupplierView.class).name(),
        Sql.optionalText(row, "narrative"),
        whole ? Json.columnOf(row, "lines", Line.class) : null,
        totals,
        new Money(row.getLong("balance"), totals.total().currency()),
        Sql.date(row, "invoice_date"),
        Sql.date(row, "due_date"),
        Sql.instant(row, "sent_at"),
        Sql.optionalInstant(row, "viewed_at"),
        row.getLong("version"),
        Sql.instant(row, "created_at"));
  }
}
