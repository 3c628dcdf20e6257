package za.lexohub.query.scope;

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
import za.lexohub.readmodels.scope.ScopeAmendmentFilter;
import za.lexohub.readmodels.scope.ScopeAmendmentSort;
import za.lexohub.readmodels.scope.ScopeAmendmentView;
import za.lexohub.readmodels.scope.ScopeAmendmentViews;

/** Answers about amendments from the {@code promises} read model. */
public final class ScopeAmendmentQueries {

  private final ScopeAmendmentViews views;
  private final AppliedWait applied;

  public ScopeAmendmentQueries(ScopeAmendmentViews views, AppliedWait applied) {
    this.views = views;
    this.applied = applied;
  }

  /**
   * @return empty when this tenant has none of this id
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when its events could not be applied
   */
  public Optional<Answer<ScopeAmendmentView>> get(String tenant, UUID id, Consistency consistency) {
    long position = applied.await(ReadModelGroups.PROMISES, consistency);
    applied.refuseParked(ReadModelGroups.PROMISES, id);
    return views.find(tenant, id).map(view -> new Answer<>(view, position));
  }

  /**
   * @param limit 1 to 500
   * @param after from the page before; absent for the first
   * @throws Cursor.Foreign when the cursor was made for another list
   * @throws NotYetConsistent when the answer would be older than asked for
   */
  public Answer<Page<ScopeAmendmentView>> list(
      String tenant,
      ScopeAmendmentFilter filter,
      Sort<ScopeAmendmentSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(ReadModelGroups.PROMISES, consistency);
    return new Answer<>(views.page(tenant, filter, sort, limit, after), position);
  }
}
