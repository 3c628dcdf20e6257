package za.lexohub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** One call of {@code append_many}: appends as the arrays that the function takes. */
final class GroupCall {

  /** A verdict of the function: somebody else has appended there. */
  static final String PLACE_TAKEN = "event_log_aggregate_uk";

  /** A verdict of the function: the idempotency key was used. */
  static final String KEY_TAKEN = "command_ledger_pk";

  /** A verdict of the function: there is a hole before or among the events. */
  static final String SEQUENCE_GAP = "event_log_sequence_gap";

  /**
   * For connections that make these calls and nothing else: one generic plan by the indexes for any
   * size of the table, where a connection that begins with an empty one would scan for ever, or
   * plan anew each time.
   */
  static final String SETTINGS =
      "set plan_cache_mode = force_generic_plan; set jit = off; set enable_seqscan = off;"
          + " set enable_hashjoin = off; set enable_mergejoin = off";

  private static final String CALL =
      "select append_many(?,?,?,?,?,?,?,?,?,?,?,?,?,?::timestamptz[],?,?,?,?,?,?,?)";

  private final List<Append> group;
  private final int[] appends;
  private final int[] ends;
  private final int[] runsOf;
  private final String[] runAggregates;
  private final long[] runFirsts;
  private final UUID[] eventIds;
  private final String[] aggregateTypes;
  private final String[] aggregateIds;
  private final long[] sequences;
  private final String[] eventTypes;
  private final String[] revisions;
  private final String[] tenants;
  private final String[] occurred;
  private final byte[][] payloads;
  private final byte[][] metadatas;

  GroupCall(List<Append> group) {
    this.group = group;
    int size = group.stream().mapToInt(append -> append.rows().size()).sum();
    appends = new int[size];
    ends = new int[group.size()];
    eventIds = new UUID[size];
    aggregateTypes = new String[size];
    aggregateIds = new String[size];
    sequences = new long[size];
    eventTypes = new String[size];
    revisions = new String[size];
    tenants = new String[size];
    occurred = new String[size];
    payloads = new byte[size][];
    metadatas = new byte[size][];
    List<Append.Run> runs = group.stream().flatMap(append -> append.runs().stream()).toList();
    runsOf = new int[runs.size()];
    runAggregates = new String[runs.size()];
    runFirsts = new long[runs.size()];
    int i = 0;
    int r = 0;
    for (int a = 0; a < group.size(); a++) {
      for (Append.Row row : group.get(a).rows()) {
        appends[i] = a + 1;
        eventIds[i] = row.eventId();
        aggregateTypes[i] = row.aggregateType();
        aggregateIds[i] = row.aggregateId();
        sequences[i] = row.sequence();
        eventTypes[i] = row.eventType();
        revisions[i] = row.revision();
        tenants[i] = row.tenant();
        occurred[i] = row.occurred().toString();
        payloads[i] = row.payload();
        metadatas[i] = row.metadata();
        i++;
      }
      ends[a] = i;
      for (Append.Run run : group.get(a).runs()) {
        runsOf[r] = a + 1;
        runAggregates[r] = run.aggregateId();
        runFirsts[r] = run.first();
        r++;
      }
    }
  }

  /**
   * Appends what can be appended, each append all or nothing.
   *
   * @param askedAgain whether an earlier call may have been committed though its answer was lost
   * @return for each append null, or the constraint that stood against it
   */
  @Nullable String[] execute(Connection connection, boolean askedAgain) throws SQLException {
    PGConnection arrays = connection.unwrap(PGConnection.class);
    int size = group.size();
    String[] keyTenants = new String[size];
    @Nullable String[] keys = new String[size];
    @Nullable String[] requestHashes = new String[size];
    @Nullable String[] targets = new String[size];
    @Nullable Long[] versions = new Long[size];
    for (int a = 0; a < size; a++) {
      Append append = group.get(a);
      keyTenants[a] = append.tenant();
      keys[a] = append.idempotencyKey();
      requestHashes[a] = append.requestHash();
      targets[a] = append.target();
      versions[a] = append.versionOfTarget();
    }
    try (PreparedStatement call = connection.prepareStatement(CALL)) {
      call.setBoolean(1, askedAgain);
      call.setArray(2, arrays.createArrayOf("int4", appends));
      call.setArray(3, arrays.createArrayOf("int4", ends));
      call.setArray(4, arrays.createArrayOf("int4", runsOf));
      call.setArray(5, arrays.createArrayOf("text", runAggregates));
      call.setArray(6, arrays.createArrayOf("int8", runFirsts));
      call.setArray(7, arrays.createArrayOf("uuid", eventIds));
      call.setArray(8, arrays.createArrayOf("text", aggregateTypes));
      call.setArray(9, arrays.createArrayOf("text", aggregateIds));
      call.setArray(10, arrays.createArrayOf("int8", sequences));
      call.setArray(11, arrays.createArrayOf("text", eventTypes));
      call.setArray(12, arrays.createArrayOf("text", revisions));
      call.setArray(13, arrays.createArrayOf("text", tenants));
      call.setArray(14, arrays.createArrayOf("text", occurred));
      call.setArray(15, arrays.createArrayOf("bytea", payloads));
      call.setArray(16, arrays.createArrayOf("bytea", metadatas));
      call.setArray(17, arrays.createArrayOf("text", keyTenants));
      call.setArray(18, arrays.createArrayOf("text", keys));
      call.setArray(19, arrays.createArrayOf("text", requestHashes));
      call.setArray(20, arrays.createArrayOf("text", targets));
      call.setArray(21, arrays.createArrayOf("int8", versions));
      try (ResultSet result = call.executeQuery()) {
        result.next();
        return (String[]) result.getArray(1).getArray();
      }
    }
  }
}
