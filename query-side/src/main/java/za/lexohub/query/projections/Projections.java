package za.lexohub.query.projections;

import java.util.List;
import za.lexohub.readmodels.position.ProjectionView;

/**
 * How all groups do at one moment.
 *
 * @param head position of the last event in the log
 */
public record Projections(long head, List<ProjectionView> groups) {

  public Projections {
    groups = List.copyOf(groups);
  }
}
