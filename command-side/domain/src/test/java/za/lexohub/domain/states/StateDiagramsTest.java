package za.lexohub.domain.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.domain.Books;
import za.lexohub.messages.TenantCommand;

/**
 * {@code docs/states.md} shows what leads where; random histories take every step of it and no
 * other. {@code -Ddocs.write} writes it anew.
 */
class StateDiagramsTest {
  private static final Path COMMITTED = Path.of("../../docs/states.md");
  private static final int HISTORIES = 1_500;
  private static final int ENOUGH = 30;
  private static final int COMMANDS = 24;

  static Stream<String> aggregates() {
    return Diagrams.all().stream().map(Diagram::name);
  }

  /** {@code -Dlexohub.seed=} repeats a walk. */
  @ParameterizedTest
  @MethodSource("aggregates")
  void randomHistoriesTakeEveryStepOfTheDiagramAndNoOther(String name, TestReporter reporter) {
    long seed = Long.getLong("lexohub.seed", 20_261_122L);
    reporter.publishEntry("seed", Long.toString(seed));
    Random random = new Random(seed);
    Diagram diagram =
        Diagrams.all().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    Set<Diagram.Step> open = new LinkedHashSet<>(diagram.steps());
    Map<Class<?>, Set<Integer>> makers = new HashMap<>();
    for (int history = 0; history < ENOUGH || history < HISTORIES && !open.isEmpty(); history++) {
      Set<Diagram.Step> wanted = history < ENOUGH ? Set.of() : Set.copyOf(open);
      open.removeAll(walked(diagram, random, "seed " + seed, wanted, makers));
    }

    assertThat(open).as("never taken, seed " + seed).isEmpty();
  }

  /**
   * @param wanted steps that no history has taken; where one begins, what may take it is tried
   * @param makers which commands have brought about which events
   */
  private static Set<Diagram.Step> walked(
      Diagram diagram,
      Random random,
      String what,
      Set<Diagram.Step> wanted,
      Map<Class<?>, Set<Integer>> makers) {
    Books books = new Books();
    List<Supplier<TenantCommand>> commands = Walks.of(diagram.name(), books);
    List<Integer> some = some(commands.size(), random);
    Set<Diagram.Step> taken = new HashSet<>();
    String state = Diagram.NOWHERE;
    for (int i = 0; i < COMMANDS; i++) {
      List<Integer> leading = random.nextBoolean() ? leading(wanted, state, makers) : List.of();
      List<Integer> among = leading.isEmpty() ? some : leading;
      int choice = among.get(random.nextInt(among.size()));
      Books.Outcome outcome = books.when(commands.get(choice).get());
      for (Object event : outcome.appends().stream().flatMap(List::stream).toList()) {
        if (diagram.watches(event)) {
          makers.computeIfAbsent(event.getClass(), it -> new TreeSet<>()).add(choice);
          Diagram.Step step = diagram.taken(state, event).orElse(null);
          assertThat(step).as("%s: %s in %s", what, event.getClass(), state).isNotNull();
          taken.add(step);
          state = step.to();
        }
      }
    }
    return taken;
  }

  private static List<Integer> leading(
      Set<Diagram.Step> wanted, String state, Map<Class<?>, Set<Integer>> makers) {
    return wanted.stream()
        .filter(step -> step.from().equals(state))
        .flatMap(step -> makers.getOrDefault(step.by(), Set.of()).stream())
        .sorted()
        .toList();
  }

  /** Each history does without some of the commands, and so comes further with the others. */
  private static List<Integer> some(int commands, Random random) {
    List<Integer> all = IntStream.range(0, commands).boxed().toList();
    List<Integer> some = all.stream().filter(it -> random.nextInt(10) < 7).toList();
    return some.isEmpty() ? all : some;
  }

  @Test
  void theDiagramsAreTheCommittedOnes() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # States

            What leads where in the life of each aggregate. The diagrams are made of the tables that `StateDiagramsTest`
            walks with random commands: it has seen every step that stands here and no other. Events that change no state
            are left out; see [the catalogue](events.md).
            """);
    for (Diagram diagram : Diagrams.all()) {
      page.append("\n## ").append(diagram.name()).append("\n\n").append(diagram.mermaid());
    }
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(COMMITTED, page);
    }

    assertThat(page.toString())
        .as("the states have changed: write the diagrams anew with -Ddocs.write=true")
        .isEqualTo(Files.readString(COMMITTED));
  }
}
