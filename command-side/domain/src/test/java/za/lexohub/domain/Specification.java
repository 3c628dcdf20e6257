package za.lexohub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.VersionConflict;

/** Given events, when a command, then: for one aggregate on its own, through Axon's fixture. */
public final class Specification<T> {
  private final Class<T> type;
  private final List<Object> resources;
  private final List<Object> history;
  private final @Nullable Function<Repository<T>, Object> handler;

  private Specification(
      Class<T> type,
      List<Object> resources,
      List<Object> history,
      @Nullable Function<Repository<T>, Object> handler) {
    this.type = type;
    this.resources = resources;
    this.history = history;
    this.handler = handler;
  }

  public static <T> Specification<T> of(Class<T> type, Object... resources) {
    return new Specification<>(type, List.of(resources), List.of(), null);
  }

  /** Some of its commands are handled by a component beside it. */
  public Specification<T> handledBy(Function<Repository<T>, Object> component) {
    return new Specification<>(type, resources, history, component);
  }

  /** More of the past. */
  public Specification<T> given(Object... events) {
    List<Object> more = new ArrayList<>(history);
    more.addAll(List.of(events));
    return new Specification<>(type, resources, more, handler);
  }

  public Result<T> when(Object command) {
    return when(command, Map.of());
  }

  public Result<T> whenVersionIsExpected(long version, Object command) {
    return when(command, Map.of(MetadataKeys.EXPECTED_VERSION, Long.toString(version)));
  }

  private Result<T> when(Object command, Map<String, String> metadata) {
    AggregateTestFixture<T> fixture = new AggregateTestFixture<>(type);
    resources.forEach(fixture::registerInjectableResource);
    if (handler != null) {
      fixture.registerAnnotatedCommandHandler(handler.apply(fixture.getRepository()));
    }
    TestExecutor<T> past =
        history.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(history);
    return new Result<>(past.when(command, metadata));
  }

  /** What came of it. */
  public record Result<T>(ResultValidator<T> validator) {

    public void publishes(Object... events) {
      assertThat(events).isNotEmpty();
      validator.expectSuccessfulHandlerExecution().expectEvents(events);
    }

    public void changesNothing() {
      validator.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    public void isRefusedBy(Rule rule) {
      validator.expectNoEvents().expectException(violationOf(rule));
    }

    public void findsNothing() {
      validator.expectNoEvents().expectException(NotFound.class);
    }

    public void conflictsWithVersion(long actual) {
      validator
          .expectNoEvents()
          .expectException(
              new CustomTypeSafeMatcher<VersionConflict>("conflict with version " + actual) {
                @Override
                protected boolean matchesSafely(VersionConflict conflict) {
                  return conflict.actual() == actual;
                }
              });
    }

    private static Matcher<RuleViolated> violationOf(Rule rule) {
      return new CustomTypeSafeMatcher<>("violation of " + rule) {
        @Override
        protected boolean matchesSafely(RuleViolated violated) {
          return violated.rule() == rule;
        }
      };
    }
  }
}
