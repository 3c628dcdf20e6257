package za.lexohub.query.matter;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
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
import za.lexohub.readmodels.position.ReadModelGroups;

/**
 * Answers from the {@code matters} read model, single ones from their cards when those are there.
 */
public final class MatterQueries {

  private final MatterViews views;
  private final MatterCards cards;
  private final AppliedWait applied;

  public MatterQueries(MatterViews views, MatterCards cards, AppliedWait applied) {
    this.views = views;
    this.cards = cards;
    this.applied = applied;
  }

  /**
   * @return empty when this tenant has no such matter
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the matter's events could not be applied
   */
  public Optional<Answer<MatterView>> get(String tenant, UUID id, Consistency consistency) {
    Optional<MatterCards.Card> card = cards.find(tenant, id, consistency.position());
    if (card.isPresent() && !applied.isParked(ReadModelGroups.MATTER_CARDS, id)) {
      return card.map(known -> new Answer<>(known.matter(), known.position()));
    }
    long position = applied.await(ReadModelGroups.MATTERS, consistency);
    applied.refuseParked(ReadModelGroups.MATTERS, id);
    Optional<MatterView> found = views.find(tenant, id);
    found.ifPresent(view -> cards.refill(tenant, view, position));
    return found.map(view -> new Answer<>(view, position));
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
    long position = applied.await(ReadModelGroups.MATTERS, consistency);
    return new Answer<>(views.page(tenant, filter, sort, limit, after), position);
  }
}
