package za.lexohub.processes.eventbridge;

import java.nio.charset.StandardCharsets;
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
 * may still hold an entry that was not taken. Each entry is a request of its own, so what one entry
 * may come to is also what a request comes to.
 */
final class EventBridge {

  /** Codes of an entry that say that the entry itself is wrong. */
  private static final Set<String> ENTRY_IS_WRONG = Set.of("InvalidArgument", "MalformedDetail");

  /**
   * What the entries of one request may come to; more is never sent, for it would never be taken.
   */
  static final int MOST_BYTES = 256 * 1024;

  /** A time counts so much whatever it is. */
  private static final int BYTES_OF_A_TIME = 14;

  private final EventBridgeClient client;
  private final String bus;

  EventBridge(EventBridgeClient client, String bus) {
    this.client = client;
    this.bus = bus;
  }

  /**
   * @throws RefusedForGood when the entry is larger than the bus takes, before it is sent, or wrong
   *     in itself
   * @throws NotDelivered when it may be taken another time
   */
  void put(String source, String detailType, Object detail, Instant time) {
    String text = WireFormat.complete(detail);
    int size = BYTES_OF_A_TIME + bytes(source) + bytes(detailType) + bytes(text);
    if (size > MOST_BYTES) {
      throw new RefusedForGood(
          detailType + " comes to " + size + " bytes; the bus takes " + MOST_BYTES);
    }
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName(bus)
            .source(source)
            .detailType(detailType)
            .detail(text)
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

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
