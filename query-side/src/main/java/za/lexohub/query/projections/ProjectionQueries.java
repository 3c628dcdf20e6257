package za.lexohub.query.projections;

import java.util.concurrent.TimeUnit;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.ProjectionViews;

/** Answers how far everything has come. */
public final class ProjectionQueries {

  private static final long HEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final ProjectionViews views;
  private final AppliedPositions positions;
  private volatile Head known = new Head(AppliedPositions.NOTHING, 0, false);

  public ProjectionQueries(ProjectionViews views, AppliedPositions positions) {
    this.views = views;
    this.positions = positions;
  }

  /** As their nodes have told a moment ago. */
  public Projections all() {
    long head = views.head();
    return new Projections(head, views.all(head));
  }

  /**
   * How many events were recorded after a position, a tenth of a second ago at most: every answer
   * says so, and must not cost another question to the database.
   */
  public long lag(long position) {
    long now = System.nanoTime();
    Head head = known;
    if (!head.isKnown || now - head.atNanos > HEAD_NANOS) {
      head = new Head(positions.recordedThrough(), now, true);
      known = head;
    }
    return Math.max(0, head.position - position);
  }

  private record Head(long position, long atNanos, boolean isKnown) {}
}
