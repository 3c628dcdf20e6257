package za.lexohub.eventstore.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import za.lexohub.messages.MetadataKeys;

class MessageLogIdsTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final MessageLogIds ids = new MessageLogIds();
  private final UnitOfWork<Message<?>> unit =
      DefaultUnitOfWork.startAndGet(
          new GenericEventMessage<>(
              "happened",
              Map.of(
                  MetadataKeys.TENANT, "adv-jhb",
                  MetadataKeys.CORRELATION_ID, "request-7",
                  MetadataKeys.ACTOR_ID, "thandi",
                  MetadataKeys.TRACEPARENT, "00-" + TRACE + "-00f067aa0ba902b7-01")));

  @AfterEach
  void end() {
    unit.rollback();
    MDC.clear();
  }

  @Test
  void aLineThatIsWrittenMeanwhileSaysWhatItBelongsTo() throws Exception {
    Map<String, String> meanwhile = new HashMap<>();
    InterceptorChain chain =
        () -> {
          meanwhile.putAll(MDC.getCopyOfContextMap());
          return "done";
        };

    assertThat(ids.handle(unit, chain)).isEqualTo("done");
    assertThat(meanwhile)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("tenant", "adv-jhb", "correlationId", "request-7", "traceId", TRACE));
    assertThat(MDC.get("tenant")).isNull();
  }

  @Test
  void whatWasThereBeforeIsThereAfterAFailureToo() {
    MDC.put("correlationId", "outer");

    assertThatThrownBy(
            () ->
                ids.handle(
                    unit,
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(MDC.get("correlationId")).isEqualTo("outer");
    assertThat(MDC.get("traceId")).isNull();
  }
}
