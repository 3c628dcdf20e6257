package za.lexohub.embedded.eventbridge;

import java.util.List;
import java.util.Map;
import za.lexohub.embedded.part.Part;

/**
 * A server that speaks the contract of EventBridge {@code PutEvents}: signature, limits, failures
 * of single entries.
 *
 * <p>It routes by no rules: at most everything goes to one queue. Patterns, targets and the archive
 * are shown on AWS only.
 */
public interface EventBridgePart extends Part {

  /** Where clients connect, as {@code http://host:port}. */
  String endpoint();

  /** The entries accepted so far, oldest first; the last 10,000 of them. */
  List<AcceptedEvent> accepted();

  /** Forgets what it accepted. */
  void forget();

  /**
   * Hands everything that it accepts from now on to this queue of SQS as well, in the envelope that
   * EventBridge makes, soon after and in any order.
   */
  void forwardTo(String queueUrl);

  /** Answers this many of the next requests with a throttling error. */
  void throttleNext(int requests);

  /**
   * Refuses this many of the next entries, and accepts what stands beside them.
   *
   * @param errorCode such as {@code InternalFailure}
   */
  void failNextEntries(int entries, String errorCode);

  @Override
  default String address() {
    return endpoint() + " (what it accepted: " + endpoint() + EventBridgeServer.ACCEPTED_PATH + ")";
  }

  @Override
  default Map<String, String> properties() {
    return Map.of("lexohub.eventbridge.endpoint", endpoint());
  }
}
