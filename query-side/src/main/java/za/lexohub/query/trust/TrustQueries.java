package za.lexohub.query.trust;

import java.util.Optional;
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
import za.lexohub.readmodels.trust.TrustAccountView;
import za.lexohub.readmodels.trust.TrustEntryFilter;
import za.lexohub.readmodels.trust.TrustEntrySort;
import za.lexohub.readmodels.trust.TrustEntryView;
import za.lexohub.readmodels.trust.TrustViews;

/** Answers about trust money from the {@code client-money} read model. */
public final class TrustQueries {

  private final TrustViews views;
  private final AppliedWait applied;

  public TrustQueries(TrustViews views, AppliedWait applied) {
    this.views = views;
    this.applied = applied;
  }

  /**
   * @return empty when this tenant has no trust account
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the account's events could not be applied
   */
  public Optional<Answer<TrustAccountView>> get(String tenant, Consistency consistency) {
    long position = applied.await(ReadModelGroups.CLIENT_MONEY, consistency);
    Optional<TrustAccountView> found = views.find(tenant);
    found.ifPresent(view -> applied.refuseParked(ReadModelGroups.CLIENT_MONEY, view.id()));
    return found.map(view -> new Answer<>(view, position));
  }

  /**
   * @param limit 1 to 500
   * @param after from the page before; absent for the first
   * @throws Cursor.Foreign when the cursor was made for another list
   * @throws NotYetConsistent when the answer would be older than asked for
   */
  public Answer<Page<TrustEntryView>> entries(
      String tenant,
      TrustEntryFilter filter,
      Sort<TrustEntrySort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(ReadModelGroups.CLIENT_MONEY, consistency);
    return new Answer<>(views.page(tenant, filter, sort, limit, after), position);
  }
}
