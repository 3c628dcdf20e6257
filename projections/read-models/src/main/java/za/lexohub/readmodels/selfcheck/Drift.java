package za.lexohub.readmodels.selfcheck;

import java.util.List;

/**
 * A read model shows something else than the log says.
 *
 * @param aggregateId or the tenant, where what is shown is of no single thing
 * @param version that the read model shows; 0 when it shows nothing
 * @param position of the last event that changed one of the fields; 0 when none did
 * @param fields the names of what differs, in order
 */
public record Drift(
    String group,
    String tenant,
    String aggregateId,
    long version,
    long position,
    List<String> fields) {

  public Drift {
    fields = List.copyOf(fields);
  }

  /** Whether it is the same finding, made once more. */
  public boolean isAgain(Drift other) {
    return group.equals(other.group)
        && tenant.equals(other.tenant)
        && aggregateId.equals(other.aggregateId)
        && version == other.version
        && fields.equals(other.fields);
  }
}
