package za.lexohub.projectors.rebuild;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;

/**
 * Takes every event that the read model hears of through every segment, and applies it in the one
 * that it belongs to. A segment's token is stored with each batch then, also when there was nothing
 * to apply in it: otherwise it would stand where the segment's last own event was, and a version
 * that has everything would be taken for one that is late.
 *
 * <p>An erasure is applied in all of them. It reaches rows of other aggregates than its own, and
 * each segment brings it after whatever it has written before.
 */
final class InEverySegment extends SimpleEventHandlerInvoker {

  InEverySegment(Builder<?> builder) {
    super(builder);
  }

  @Override
  public boolean canHandle(EventMessage<?> event, Segment segment) {
    return super.canHandle(event, Segment.ROOT_SEGMENT);
  }

  @Override
  public void handle(EventMessage<?> event, Segment segment) throws Exception {
    boolean everywhere = Forgetting.class.isAssignableFrom(event.getPayloadType());
    super.handle(event, everywhere ? Segment.ROOT_SEGMENT : segment);
  }
}
