package za.lexohub.audit.asof;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.audit.log.LogRow;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalDataVault;

/**
 * Turns rows of the log into steps of a fold. A row whose name or revision this release does not
 * know stops it with the serializer's own words: a fold that left it out would be wrong.
 */
public final class Folding {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private final Serializer serializer;
  private final Opening opening;

  /**
   * @param serializer that wrote the log
   */
  public Folding(Serializer serializer, PersonalDataVault vault) {
    this.serializer = serializer;
    this.opening = new Opening(vault);
  }

  /** A fold of nothing yet. */
  public Fold begin(String aggregateType) {
    return Fold.of(aggregateType, opening);
  }

  /**
   * One more event.
   *
   * @return its payload, opened as far as it can be
   */
  public Opening.Opened apply(Fold fold, LogRow row) {
    Object event =
        serializer.deserialize(
            new SimpleSerializedObject<>(row.payload(), byte[].class, row.type(), row.revision()));
    TenantId tenant = new TenantId(row.tenant());
    Opening.Opened payload = opening.payload(tenant, JSON.readValue(row.payload(), OBJECT));
    fold.apply(
        new Step(
            tenant,
            row.aggregateId(),
            event,
            row.sequence() + 1,
            // Axon hands every handler an event's time in milliseconds, so reads show no more.
            row.occurredAt().truncatedTo(ChronoUnit.MILLIS),
            payload.data()));
    return payload;
  }
}
