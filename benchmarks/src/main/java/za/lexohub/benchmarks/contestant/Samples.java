package za.lexohub.benchmarks.contestant;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.serialization.EventSerializer;
import za.lexohub.messages.serialization.EventTypes;

/** Events of the size that the product writes: about 450 bytes of payload, 250 of metadata. */
public final class Samples {

  public static final String AGGREGATE = "Tally";
  public static final String EVENT_TYPE = "MatterPutOnHold";
  private static final String SEALED = "c2VhbGVk".repeat(24);

  /** Every append says it to the server. */
  public static final String REQUEST_HASH = "0123456789abcdef".repeat(4);

  private Samples() {}

  /** How every contestant writes and reads events. */
  public static Serializer serializer() {
    return new EventSerializer(new EventTypes());
  }

  /** Nothing here is secret, so the text stands where the sealed one would. */
  public static MatterPutOnHold payload(UUID id, String text) {
    return new MatterPutOnHold(
        new MatterId(id), new PersonalData(id, id, "AAAAAAAAAAAAAAAA", text + SEALED));
  }

  /** What every event says of its cause. */
  public static Map<String, Object> metadata(UUID stream) {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put(MetadataKeys.TENANT, "tenant-" + Math.floorMod(stream.hashCode(), 200));
    metadata.put(MetadataKeys.ACTOR_TYPE, "ADVOCATE");
    metadata.put(MetadataKeys.ACTOR_ID, "thandi");
    return metadata;
  }

  /** What a request adds, so that its repeat is recognised. */
  public static Map<String, Object> idempotent(
      Map<String, Object> metadata, String key, UUID target) {
    metadata.put(MetadataKeys.IDEMPOTENCY_KEY, key);
    metadata.put(MetadataKeys.REQUEST_HASH, REQUEST_HASH);
    metadata.put(MetadataKeys.TARGET, target.toString());
    return metadata;
  }

  /** An event that was decided and is to be stored. */
  static GenericDomainEventMessage<?> event(
      UUID stream, long sequence, Map<String, Object> metadata) {
    metadata.put(MetadataKeys.CORRELATION_ID, stream.toString());
    metadata.put(MetadataKeys.CAUSATION_ID, stream.toString());
    return new GenericDomainEventMessage<>(
        AGGREGATE, stream.toString(), sequence, payload(stream, "text"), metadata);
  }
}
