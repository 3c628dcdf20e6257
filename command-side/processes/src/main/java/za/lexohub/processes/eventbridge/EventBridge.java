package za.lexohub.processes.eventbridge;

import java.time.Instant;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import za.lexohub.processes.aws.NotDelivered;
import za.lexohub.processes.aws.RefusedForGood;
import za.lexohub.processes.aws.WireFormat;

/**
 * Puts entries on the event bus: each at least once, or it throws. A request whose answer is 200
 * may still hold an entry that was not taken.
 */
final class EventBridge {

  /** Codes of an entry that say that the entry itself is wrong. */
  private static final Set<String> ENTRY_IS_WRONG = Set.of("InvalidArgument", "MalformedDetail");

  private final EventBridgeClient client;
  private final String bus;

  EventBridge(EventBridgeClient client, String bus) {
    this.client = client;
    this.bus = bus;
  }

  void put(String source, String detailType, Object detail, Instant time) {
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName(bus)
            .source(source)
            .detailType(detailType)
            .detail(WireFormat.complete(detail))
            .time(time)
            .build();
    PutEventsResponse response;
    try {
      response = client.putEvents(request -> request.entries(entry));
    } catch (SdkException e) {
      throw new NotDelivered("EventBridge did not take " + detailType, e);
    }
    Integer failed = response.failedEntryCount();
    if (failed != null && failed > 0) {
      PutEventsResultEntry result = response.entries().getFirst();
      String why = detailType + ": " + result.errorCode() + ", " + result.errorMessage();
      throw ENTRY_IS_WRONG.contains(result.errorCode())
          ? new RefusedForGood("EventBridge refuses " + why)
          : new NotDelivered("EventBridge did not take " + why);
    }
  }
}
