package za.lexohub.query;

/** An event of this aggregate could not be applied and waits for an operator; so do later ones. */
public final class ProjectionParked extends RuntimeException {

  private final String group;
  private final String aggregateId;

  ProjectionParked(String group, String aggregateId) {
    super("events of " + aggregateId + " are parked in " + group);
    this.group = group;
    this.aggregateId = aggregateId;
  }

  public String group() {
    return group;
  }

  public String aggregateId() {
    return aggregateId;
  }
}
