package za.lexohub.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.serialization.SerializedObject;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.messages.matter.MatterEvents.MatterSettled;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.serialization.EventSerializer;
import za.lexohub.messages.serialization.EventTypes;

/** Puts real events of a tenant into a log, as their aggregates would. */
public final class Shelf {

  private static final String APPEND =
      "select append_events(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],"
          + " ?::text[], ?::timestamptz[], ?::bytea[], ?::bytea[], null, null, null, null)";

  private final DataSource log;
  private final TenantId tenant;
  private final PersonalDataVault vault;
  private final EventSerializer serializer = new EventSerializer(new EventTypes());
  private final Map<String, Long> next = new HashMap<>();

  public Shelf(DataSource log, String tenant, PersonalDataVault vault) {
    this.log = log;
    this.tenant = new TenantId(tenant);
    this.vault = vault;
  }

  /** A matter that was opened, put on hold, resumed, settled and archived: five events. */
  public UUID matter(String client) {
    UUID id = open(client);
    MatterId matter = new MatterId(id);
    append(
        "Matter",
        id.toString(),
        new MatterPutOnHold(matter, vault.seal(tenant, DataSubjects.wording(id), "waiting")));
    append("Matter", id.toString(), new MatterResumed(matter));
    append("Matter", id.toString(), new MatterSettled(matter, LocalDate.of(2026, 3, 31)));
    append("Matter", id.toString(), new MatterArchived(matter, null));
    return id;
  }

  public UUID open(String client) {
    UUID id = UUID.randomUUID();
    append(
        "Matter",
        id.toString(),
        new MatterOpened(
            new MatterId(id),
            tenant,
            "JHB/2026/001",
            "Opinion",
            Bar.JOHANNESBURG,
            vault.seal(tenant, DataSubjects.client(id), PartyDetails.of(client, null)),
            vault.seal(
                tenant, DataSubjects.attorney(id), PartyDetails.of("Sipho", "s@khumalo.example")),
            vault.seal(
                tenant,
                DataSubjects.wording(id),
                new Wording(client + " trust", "On a trust deed", null, List.of())),
            false,
            null,
            LocalDate.of(2026, 1, 5)));
    return id;
  }

  public void append(String aggregateType, String aggregateId, DomainEvent event) {
    SerializedObject<byte[]> written = serializer.serialize(event, byte[].class);
    raw(
        aggregateType,
        aggregateId,
        written.getType().getName(),
        written.getType().getRevision(),
        new String(written.getData(), StandardCharsets.UTF_8));
  }

  /** What no release may ever have written. */
  public void raw(
      String aggregateType, String aggregateId, String type, String revision, String payload) {
    long sequence = next.merge(aggregateId, 1L, Long::sum) - 1;
    String metadata =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "tenant",
                    tenant.value(),
                    "actorType",
                    "ADVOCATE",
                    "actorId",
                    "actor-" + sequence,
                    "reason",
                    "because of " + type,
                    "correlationId",
                    "thread-" + aggregateId,
                    "causationId",
                    "cause",
                    "clientNetwork",
                    "192.0.2.0/24"));
    try (Connection connection = log.getConnection();
        PreparedStatement call = connection.prepareStatement(APPEND)) {
      set(connection, call, 1, "uuid", UUID.randomUUID());
      set(connection, call, 2, "text", aggregateType);
      set(connection, call, 3, "text", aggregateId);
      set(connection, call, 4, "bigint", sequence);
      set(connection, call, 5, "text", type);
      set(connection, call, 6, "text", revision);
      set(connection, call, 7, "text", tenant.value());
      set(connection, call, 8, "text", Instant.now().toString());
      set(connection, call, 9, "bytea", payload.getBytes(StandardCharsets.UTF_8));
      set(connection, call, 10, "bytea", metadata.getBytes(StandardCharsets.UTF_8));
      call.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(
      Connection connection, PreparedStatement call, int index, String type, Object value)
      throws SQLException {
    Object[] one = value instanceof byte[] bytes ? new byte[][] {bytes} : new Object[] {value};
    call.setArray(index, connection.createArrayOf(type, one));
  }
}
