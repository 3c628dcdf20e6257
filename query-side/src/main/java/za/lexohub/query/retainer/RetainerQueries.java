package za.lexohub.query.retainer;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.retainer.RetainerFilter;
import za.lexohub.readmodels.retainer.RetainerSort;
import za.lexohub.readmodels.retainer.RetainerView;
import za.lexohub.readmodels.retainer.RetainerViews;

/** Answers about retainers from the {@code client-money} read model. */
public final class RetainerQueries {

  private final RetainerViews views;
  private final AppliedWait applied;

  public RetainerQueries(RetainerViews views, AppliedWait applied) {
    this.views = views;
    this.applied = applied;
  }

  /**
   * @return empty when this tenant has no such retainer
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the retainer's events could not be applied
   */
  public Optional<Answer<RetainerView>> get(String tenant, UUID id, Consistency consistency) {
    long position = applied.await(ReadModelGroups.CLIENT_MONEY, consistency);
    applied.refuseParked(ReadModelGroups.CLIENT_MONEY, id);
    return views.find(tenant, id).map(view -> new Answer<>(view, position));
  }

  /**
   * @param limit 1 to 500
   * @param after from the page before; absent for the first
   * @throws Cursor.Foreign when the cursor was made for another list
   * @throws NotYetConsistent when the answer would be older than asked for
   */
  public Answer<Page<RetainerView>> list(
      String tenant,
      RetainerFilter filter,
      Sort<RetainerSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(ReadModelGroups.CLIENT_MONEY, consistency);
    return new Answer<>(views.page(tenant, filter, sort, limit, after), position);
  }
}
