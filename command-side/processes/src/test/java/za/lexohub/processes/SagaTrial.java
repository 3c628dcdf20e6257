package za.lexohub.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;

/**
 * Plays one history of a saga undisturbed, and again with each trouble that a log, a machine or a
 * rule can make: after every step it has sent the same commands, as many sagas live, and the same
 * deadlines are armed.
 */
public final class SagaTrial {

  private enum Trouble {
    NONE,
    EVERY_EVENT_TWICE,
    EVERY_DEADLINE_TWICE,
    A_RESTART_AFTER_EVERY_STEP,
    EVERY_COMMAND_REFUSED,
    EVERY_COMMAND_LOST
  }

  /** An event that somebody brought about; others are of nobody in particular. */
  public record By(String actor, Object event) {}

  /** How it stands after a step. */
  private record Stand(Object step, List<Object> sent, int sagas, List<Instant> armed) {
    Stand askingAgain() {
      return new Stand(step, sent.stream().distinct().toList(), sagas, armed);
    }
  }

  /**
   * @param steps events, and times that pass
   */
  public static void holds(Supplier<? extends SagaStage<?>> stages, Object... steps) {
    List<Stand> undisturbed = played(stages.get(), Trouble.NONE, steps);
    assertThat(undisturbed.getLast().sent()).isNotEmpty();
    for (Trouble trouble : Trouble.values()) {
      assertThat(played(stages.get(), trouble, steps)).as(trouble.name()).isEqualTo(undisturbed);
    }
  }

  /** As {@link #holds}, but an event that comes twice may have it ask twice, for the same. */
  public static void holdsAskingAgain(Supplier<? extends SagaStage<?>> stages, Object... steps) {
    List<Stand> undisturbed = played(stages.get(), Trouble.NONE, steps);
    assertThat(undisturbed.getLast().sent()).isNotEmpty();
    for (Trouble trouble : Trouble.values()) {
      assertThat(distinct(played(stages.get(), trouble, steps)))
          .as(trouble.name())
          .isEqualTo(distinct(undisturbed));
    }
  }

  private static List<Stand> distinct(List<Stand> stands) {
    return stands.stream().map(Stand::askingAgain).toList();
  }

  private static List<Stand> played(SagaStage<?> stage, Trouble trouble, Object... steps) {
    if (trouble == Trouble.EVERY_COMMAND_REFUSED) {
      answering(stage, new RuleViolated(Rule.INVOICE_NOT_DRAFT, "refused"));
    } else if (trouble == Trouble.EVERY_COMMAND_LOST) {
      answering(stage, new IllegalStateException("away"));
    }
    List<Stand> stands = new ArrayList<>();
    for (Object step : steps) {
      if (step instanceof Duration passing) {
        stage.fixture.andThenTimeElapses(passing);
        if (trouble == Trouble.EVERY_DEADLINE_TWICE) {
          stage.firesAgain();
        }
      } else {
        publish(stage, step);
        if (trouble == Trouble.EVERY_EVENT_TWICE) {
          publish(stage, step);
        }
      }
      if (trouble == Trouble.A_RESTART_AFTER_EVERY_STEP) {
        stage.restarts();
      }
      stands.add(new Stand(step, stage.sent(), stage.sagas(), stage.armed()));
    }
    return stands;
  }

  private static void answering(SagaStage<?> stage, RuntimeException failure) {
    stage.fixture.setCallbackBehavior(
        (command, metadata) -> GenericCommandResultMessage.asCommandResultMessage(failure));
  }

  private static void publish(SagaStage<?> stage, Object step) {
    Map<String, Object> metadata = new HashMap<>(SagaStage.METADATA);
    if (step instanceof By by) {
      metadata.put(MetadataKeys.ACTOR_ID, by.actor());
      stage.fixture.andThenAPublished(by.event(), metadata);
    } else {
      stage.fixture.andThenAPublished(step, metadata);
    }
  }

  private SagaTrial() {}
}
