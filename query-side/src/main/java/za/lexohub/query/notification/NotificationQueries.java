package za.lexohub.query.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.readmodels.notification.NotificationFilter;
import za.lexohub.readmodels.notification.NotificationSort;
import za.lexohub.readmodels.notification.NotificationView;
import za.lexohub.readmodels.notification.NotificationViews;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.ReadModelGroups;

/** Answers from the {@code notifications} read model, each inbox for itself. */
public final class NotificationQueries {

  private final NotificationViews views;
  private final AppliedWait applied;

  public NotificationQueries(NotificationViews views, AppliedWait applied) {
    this.views = views;
    this.applied = applied;
  }

  /**
   * @param inbox whose read marks and muted kinds count
   * @param limit 1 to 500
   * @param after from the page before; absent for the first
   * @throws Cursor.Foreign when the cursor was made for another list
   * @throws NotYetConsistent when the answer would be older than asked for
   */
  public Answer<Page<NotificationView>> list(
      String tenant,
      UUID inbox,
      NotificationFilter filter,
      Sort<NotificationSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(ReadModelGroups.NOTIFICATIONS, consistency);
    return new Answer<>(views.page(tenant, inbox, filter, sort, limit, after), position);
  }

  /**
   * The kinds that an inbox does not show of itself.
   *
   * @throws NotYetConsistent when the answer would be older than asked for
   */
  public Answer<List<String>> muted(String tenant, UUID inbox, Consistency consistency) {
    long position = applied.await(ReadModelGroups.NOTIFICATIONS, consistency);
    return new Answer<>(views.muted(tenant, inbox), position);
  }
}
