package za.lexohub.query.ratecard;

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
import za.lexohub.readmodels.ratecard.RateCardFilter;
import za.lexohub.readmodels.ratecard.RateCardSort;
import za.lexohub.readmodels.ratecard.RateCardView;
import za.lexohub.readmodels.ratecard.RateCardViews;

/** Answers from the {@code rate-cards} read model. */
public final class RateCardQueries {

  private final RateCardViews views;
  private final AppliedWait applied;

  public RateCardQueries(RateCardViews views, AppliedWait applied) {
    this.views = views;
    this.applied = applied;
  }

  /**
   * @return empty when this tenant has no such card
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the card's events could not be applied
   */
  public Optional<Answer<RateCardView>> get(String tenant, UUID id, Consistency consistency) {
    long position = applied.await(ReadModelGroups.RATE_CARDS, consistency);
    applied.refuseParked(ReadModelGroups.RATE_CARDS, id);
    return views.find(tenant, id).map(view -> new Answer<>(view, position));
  }

  /**
   * @param limit 1 to 500
   * @param after from the page before; absent for the first
   * @throws Cursor.Foreign when the cursor was made for another list
   * @throws NotYetConsistent when the answer would be older than asked for
   */
  public Answer<Page<RateCardView>> list(
      String tenant,
      RateCardFilter filter,
      Sort<RateCardSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(ReadModelGroups.RATE_CARDS, consistency);
    return new Answer<>(views.page(tenant, filter, sort, limit, after), position);
  }
}
