package za.lexohub.query.practice;

import java.util.Optional;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.practice.PracticeView;
import za.lexohub.readmodels.practice.PracticeViews;

/** Answers from the {@code practice} read model. */
public final class PracticeQueries {

  private final PracticeViews views;
  private final AppliedWait applied;

  public PracticeQueries(PracticeViews views, AppliedWait applied) {
    this.views = views;
    this.applied = applied;
  }

  /**
   * @return empty when this tenant's practice is not registered
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the practice's events could not be applied
   */
  public Optional<Answer<PracticeView>> get(String tenant, Consistency consistency) {
    long position = applied.await(ReadModelGroups.PRACTICE, consistency);
    Optional<PracticeView> found = views.find(tenant);
    found.ifPresent(view -> applied.refuseParked(ReadModelGroups.PRACTICE, view.id()));
    return found.map(view -> new Answer<>(view, position));
  }
}
