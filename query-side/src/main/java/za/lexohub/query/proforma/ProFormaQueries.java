package za.lexohub.query.proforma;

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
import za.lexohub.readmodels.paging.Total;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.proforma.ProFormaFilter;
import za.lexohub.readmodels.proforma.ProFormaSort;
import za.lexohub.readmodels.proforma.ProFormaSummary;
import za.lexohub.readmodels.proforma.ProFormaView;
import za.lexohub.readmodels.proforma.ProFormaViews;

/** Answers from the {@code pro-formas} read model. */
public final class ProFormaQueries {

  private final ProFormaViews views;
  private final AppliedWait applied;

  public ProFormaQueries(ProFormaViews views, AppliedWait applied) {
    this.views = views;
    this.applied = applied;
  }

  /**
   * @return empty when this tenant has no such pro forma
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the pro forma's events could not be applied
   */
  public Optional<Answer<ProFormaView>> get(String tenant, UUID id, Consistency consistency) {
    long position = applied.await(ReadModelGroups.PRO_FORMAS, consistency);
    applied.refuseParked(ReadModelGroups.PRO_FORMAS, id);
    return views.find(tenant, id).map(view -> new Answer<>(view, position));
  }

  /**
   * @param limit 1 to 500
   * @param after from the page before; absent for the first
   * @throws Cursor.Foreign when the cursor was made for another list
   * @throws NotYetConsistent when the answer would be older than asked for
   */
  public Answer<Page<ProFormaSummary>> list(
      String tenant,
      ProFormaFilter filter,
      Sort<ProFormaSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(ReadModelGroups.PRO_FORMAS, consistency);
    return new Answer<>(views.page(tenant, filter, sort, limit, after), position);
  }

  /** How many entries the list has; as of now, so it may know a moment more than a page of it. */
  public Total total(String tenant, ProFormaFilter filter) {
    return views.total(tenant, filter);
  }
}
