package za.lexohub.readmodels.notification;

import java.util.Collection;
import java.util.UUID;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/** Keeps notices, and what users do with them. Every write may come again, at any time. */
public final class NotificationRows {

  private final TenantScope scope;

  public NotificationRows(TenantScope scope) {
    this.scope = scope;
  }

  /**
   * @param eventId becomes the notice's id, so that it is one however often the event comes
   * @param stamp of the event
   */
  public void notified(UUID eventId, Stamp stamp, String kind, String subjectType) {
    RowInsert.of("notifications", new Stamp(stamp.tenant(), eventId, 1, stamp.at()))
        .set("kind", kind)
        .set("subject_type", subjectType)
        .set("subject_id", stamp.id())
        .apply(scope);
  }

  /** The inbox is named by the stamp. */
  public void read(Stamp stamp, Collection<UUID> notices) {
    scope.write(
        stamp.tenant(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into notification_reads (tenant_id, inbox_id, notification_id, read_at)
                    select ?, ?, u.id, ? from unnest(cast(? as uuid[])) as u(id)
                    on conflict do nothing\
                    """)
                .params(
                    stamp.tenant(), stamp.id(), Sql.value(stamp.at()), notices.toArray(UUID[]::new))
                .update());
  }

  /** In place of what the inbox has muted before. */
  public void muted(Stamp stamp, Collection<String> kinds) {
    scope.write(
        stamp.tenant(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into notification_mutes as m (tenant_id, inbox_id, version, kinds)
                    values (?, ?, ?, cast(? as text[]))
                    on conflict (tenant_id, inbox_id) do update
                      set version = excluded.version, kinds = excluded.kinds
                      where m.version < excluded.version\
                    """)
                .params(stamp.tenant(), stamp.id(), stamp.version(), kinds.toArray(String[]::new))
                .update());
  }

  public void empty() {
    scope.truncate("notifications", "notification_reads", "notification_mutes");
  }
}
