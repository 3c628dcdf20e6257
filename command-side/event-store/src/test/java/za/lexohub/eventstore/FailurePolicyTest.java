package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.processing.AsOne;

class FailurePolicyTest {

  private final FailurePolicy policy = new FailurePolicy(List.of());
  private final EventMessage<?> event = new GenericEventMessage<>("something");
  private UnitOfWork<?> batch;

  @BeforeEach
  void begin() {
    batch = DefaultUnitOfWork.startAndGet(event);
  }

  @AfterEach
  void end() {
    batch.rollback();
  }

  @Test
  void what_fails_for_good_is_parked_once_each_event_is_applied_by_itself() {
    AsOne.begin(batch);
    IllegalStateException failure = new IllegalStateException("never");
    assertThatThrownBy(() -> decide(failure)).isInstanceOf(AsOne.Failed.class).hasCause(failure);

    AsOne.end(batch);
    assertThat(decide(failure)).isTrue();
  }

  @Test
  void what_may_pass_fails_the_batch_in_either_case() {
    IOException passing = new IOException("away");
    assertThatThrownBy(() -> decide(passing)).isInstanceOf(FailurePolicy.TryAgain.class);
    AsOne.begin(batch);
    assertThatThrownBy(() -> decide(passing)).isInstanceOf(FailurePolicy.TryAgain.class);
  }

  /** Whether it is parked. */
  private boolean decide(Exception failure) {
    return policy
        .decide(new GenericDeadLetter<>("sequence", event, failure), failure)
        .shouldEnqueue();
  }
}
