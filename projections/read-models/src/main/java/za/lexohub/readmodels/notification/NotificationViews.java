package za.lexohub.readmodels.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads notices as one user's inbox shows them. */
public final class NotificationViews {

  private final TenantScope scope;

  public NotificationViews(TenantScope scope) {
    this.scope = scope;
  }

  /** See {@link KeysetQuery#page}. */
  public Page<NotificationView> page(
      String tenant,
      UUID inbox,
      NotificationFilter filter,
      Sort<NotificationSort> sort,
      int limit,
      @Nullable Cursor after) {
    String reads =
        "from notification_reads r where r.tenant_id = notifications.tenant_id"
            + " and r.notification_id = notifications.id and r.inbox_id = ";
    // A list of columns takes no parameters; a UUID is nothing but hexadecimal digits.
    String columns =
        "id, kind, subject_type, subject_id, created_at, (select r.read_at %s'%s') as read_at"
            .formatted(reads, inbox);
    KeysetQuery query =
        new KeysetQuery(tenant, columns, "notifications").whereIn("kind", filter.kind());
    if (filter.kind().isEmpty()) {
      query.where(
          "not exists (select 1 from notification_mutes m where m.tenant_id ="
              + " notifications.tenant_id and m.inbox_id = ? and notifications.kind ="
              + " any(m.kinds))",
          inbox);
    }
    if (filter.unread()) {
      query.where("not exists (select 1 " + reads + "?)", inbox);
    }
    return query.page(scope, sort, limit, after, NotificationViews::view);
  }

  /** The kinds that the inbox does not show of itself. */
  public List<String> muted(String tenant, UUID inbox) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(
                    "select unnest(kinds) from notification_mutes"
                        + " where tenant_id = ? and inbox_id = ?")
                .params(tenant, inbox)
                .query(String.class)
                .list());
  }

  private static NotificationView view(ResultSet row, int number) throws SQLException {
    return new NotificationView(
        Sql.uuid(row, "id"),
        row.getString("kind"),
        row.getString("subject_type"),
        Sql.uuid(row, "subject_id"),
        Sql.optionalInstant(row, "read_at"),
        Sql.instant(row, "created_at"));
  }
}
