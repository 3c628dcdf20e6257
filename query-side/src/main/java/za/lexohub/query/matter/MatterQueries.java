package za.lexohub.query.matter;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.CardReads;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.matter.MatterCards;
import za.lexohub.readmodels.matter.MatterFilter;
import za.lexohub.readmodels.matter.MatterSort;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.paging.Total;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.redis.CacheMeter;
import za.lexohub.readmodels.redis.Fallback;

/**
 * Answers from the {@code matters} read model, single ones from their cards when those are there.
 */
public final class MatterQueries {

  private final MatterViews views;
  private final AppliedWait applied;
  private final CardReads<MatterView> single;

  public MatterQueries(
      MatterViews views, MatterCards cards, AppliedWait applied, Fallback fallback) {
    this.views = views;
    this.applied = applied;
    this.single =
        new CardReads<>(
            cards,
            ReadModelGroups.MATTER_CARDS,
            views::find,
            ReadModelGroups.MATTERS,
            applied,
            fallback,
            new CacheMeter("matter"));
  }

  /**
   * @return empty when this tenant has no such matter
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the matter's events could not be applied
   */
  public Optional<Answer<MatterView>> get(String tenant, UUID id, Consistency consistency) {
    return single.get(tenant, id, consistency);
  }

  /**
   * @param limit 1 to 500
   * @param after from the page before; absent for the first
   * @throws Cursor.Foreign when the cursor was made for another list
   * @throws NotYetConsistent when the answer would be older than asked for
   */
  public Answer<Page<MatterView>> list(
      String tenant,
      MatterFilter filter,
      Sort<MatterSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position =
        sort.key() == MatterSort.WIP
            ? applied.await(consistency, ReadModelGroups.MATTERS, ReadModelGroups.WORK_ITEMS)
            : applied.await(ReadModelGroups.MATTERS, consistency);
    return new Answer<>(views.page(tenant, filter, sort, limit, after), position);
  }

  /** How many entries the list has; as of now, so it may know a moment more than a page of it. */
  public Total total(String tenant, MatterFilter filter) {
    return views.total(tenant, filter);
  }
}
