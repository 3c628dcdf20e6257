package za.lexohub.domain.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.axonframework.modelling.command.AggregateNotFoundException;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;

/**
 * I11: wherever an aggregate of any kind has come to, whatever another tenant asks of it finds
 * nothing; how far an attorney's grant goes is {@code AttorneyGateTest}'s.
 */
class TenancyPropertiesTest {
  private static final int COMMANDS = 8;

  @Property(tries = 120)
  void whateverAStrangerAsksOfItFindsNothing(
      @ForAll @IntRange(max = 11) int aggregate, @ForAll long seed) {
    Random random = new Random(seed);
    Books books = new Books();
    List<Supplier<TenantCommand>> walk = Walks.of(Diagrams.all().get(aggregate).name(), books);
    boolean begun = false;
    for (int i = 0; i < COMMANDS; i++) {
      Books.Outcome own = books.when(walk.get(random.nextInt(walk.size())).get());
      begun |= !own.appends().isEmpty();
    }
    if (!begun) {
      return; // nobody's yet, so that anybody may begin it
    }
    TenantId stranger = Samples.fresh(random.nextBoolean() ? "jhb" : "trust");

    for (Supplier<TenantCommand> command : walk) {
      by(stranger, command.get())
          .ifPresent(
              foreign -> {
                Books.Outcome outcome = books.when(foreign);
                assertThat(outcome.appends()).as(foreign.toString()).isEmpty();
                assertThat(outcome.refusal())
                    .as(foreign.toString())
                    .isInstanceOfAny(NotFound.class, AggregateNotFoundException.class);
              });
    }
  }

  /** The same command in another's name; none, where the id already says whose it is. */
  private static Optional<TenantCommand> by(TenantId stranger, TenantCommand command) {
    RecordComponent[] components = command.getClass().getRecordComponents();
    try {
      Constructor<?> made =
          command
              .getClass()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        Object value = components[i].getAccessor().invoke(command);
        values[i] = value instanceof TenantId ? stranger : value;
      }
      return Optional.of((TenantCommand) made.newInstance(values));
    } catch (InvocationTargetException malformed) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
