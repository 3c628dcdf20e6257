package za.lexohub.query.statement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.statement.StatementView;
import za.lexohub.readmodels.statement.StatementViews;

/** Answers about statements from the {@code attachments} read model. */
public final class StatementQueries {

  private final StatementViews views;
  private final AppliedWait applied;

  public StatementQueries(StatementViews views, AppliedWait applied) {
    this.views = views;
    this.applied = applied;
  }

  /**
   * @return empty when this tenant's matter has none of this number
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the matter's events could not be applied
   */
  public Optional<Answer<StatementView>> get(
      String tenant, UUID matterId, int number, Consistency consistency) {
    long position = awaited(matterId, consistency);
    return views.find(tenant, matterId, number).map(view -> new Answer<>(view, position));
  }

  /** All of a matter, the newest first. See {@link #get}. */
  public Answer<List<StatementView>> of(String tenant, UUID matterId, Consistency consistency) {
    long position = awaited(matterId, consistency);
    return new Answer<>(views.of(tenant, matterId), position);
  }

  private long awaited(UUID matterId, Consistency consistency) {
    long position = applied.await(ReadModelGroups.ATTACHMENTS, consistency);
    applied.refuseParked(ReadModelGroups.ATTACHMENTS, matterId);
    return position;
  }
}
