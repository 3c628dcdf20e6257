package za.lexohub.audit.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the log are meant. What is absent or empty does not narrow.
 *
 * @param after positions above this one
 * @param through positions up to this one
 */
public record LogQuery(
    @Nullable String tenant,
    @Nullable String aggregateType,
    @Nullable String aggregateId,
    Set<String> types,
    @Nullable String actor,
    @Nullable String correlationId,
    long after,
    long through) {

  public LogQuery {
    types = Set.copyOf(types);
  }

  /** The first events of the log, of all tenants. */
  public static LogQuery log(long through) {
    return new LogQuery(null, null, null, Set.of(), null, null, 0, through);
  }

  /** Of one tenant, or of one of its aggregates. */
  public static LogQuery of(@Nullable String tenant, @Nullable String aggregateId, long through) {
    return new LogQuery(tenant, null, aggregateId, Set.of(), null, null, 0, through);
  }

  public LogQuery after(long position) {
    return new LogQuery(
        tenant, aggregateType, aggregateId, types, actor, correlationId, position, through);
  }

  /**
   * The part of it that one statement can look through: so many positions, or all when an index
   * leads to the rows.
   */
  LogQuery first(long window) {
    return aggregateId != null || through - after <= window
        ? this
        : new LogQuery(
            tenant, aggregateType, null, types, actor, correlationId, after, after + window);
  }

  /** With the parameters it takes, in order. */
  String rows(List<Object> parameters) {
    // An aggregate's events are found by its own index, in which their order is that of the log.
    return "select "
        + LogRow.COLUMNS
        + condition(parameters)
        + (aggregateId == null ? " order by position" : " order by aggregate_id, sequence");
  }

  /** How many there are. */
  String count(List<Object> parameters) {
    return "select count(*)" + condition(parameters);
  }

  private String condition(List<Object> parameters) {
    List<String> conditions = new ArrayList<>();
    conditions.add("position > ?");
    parameters.add(after);
    conditions.add("position <= ?");
    parameters.add(through);
    equal("tenant_id", tenant, conditions, parameters);
    equal("aggregate_type", aggregateType, conditions, parameters);
    equal("aggregate_id", aggregateId, conditions, parameters);
    if (!types.isEmpty()) {
      conditions.add(
          "event_type in (" + String.join(", ", "?".repeat(types.size()).split("")) + ")");
      parameters.addAll(types);
    }
    equal(metadata("actorId"), actor, conditions, parameters);
    equal(metadata("correlationId"), correlationId, conditions, parameters);
    return " from event_log where " + String.join(" and ", conditions);
  }

  private static String metadata(String key) {
    return "convert_from(metadata, 'UTF8')::json ->> '" + key + "'";
  }

  private static void equal(
      String what, @Nullable String value, List<String> conditions, List<Object> parameters) {
    if (value != null) {
      conditions.add(what + " = ?");
      parameters.add(value);
    }
  }
}
