package za.lexohub.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import za.lexohub.benchmarks.mixed.Scenario;

class HarnessTest {

  @Test
  void everyRoundHasEveryContestantAndBeginsWithTheNextOne() throws Exception {
    List<String> turns = new ArrayList<>();

    var results =
        Rounds.alternate(
            List.of("a", "b", "c"),
            1,
            2,
            contestant -> {
              turns.add(contestant);
              return new Measured(turns.size(), 0, 0);
            });

    assertThat(turns).containsExactly("c", "a", "b", "a", "b", "c", "b", "c", "a");
    // The first three were the warm-up.
    assertThat(results.get("a")).extracting(Measured::perSecond).containsExactly(4.0, 9.0);
  }

  @Test
  void aMedianIsTheMiddleOne() {
    assertThat(Measured.median(9, 1, 5)).isEqualTo(5);
    assertThat(Measured.median(9, 1, 5, 6)).isEqualTo(5.5);
  }

  @Test
  void everyClientHasItsOwnWorkAndAFailureEndsTheMeasurement() throws Exception {
    AtomicInteger made = new AtomicInteger();

    Measured measured =
        Load.run(
            3,
            Duration.ofMillis(20),
            client -> {
              made.incrementAndGet();
              return Thread::onSpinWait;
            });

    assertThat(made).hasValue(3);
    assertThat(measured.perSecond()).isPositive();
    assertThat(measured.p50()).isLessThanOrEqualTo(measured.p99());
    assertThatThrownBy(
            () ->
                Load.run(
                    2,
                    Duration.ofMillis(20),
                    client ->
                        () -> {
                          throw new IllegalStateException("refused");
                        }))
        .hasRootCauseMessage("refused");
  }

  @Test
  void optionsAreUnderstoodOrRefused() {
    Options options = Options.parse("--writers", "1,16", "--smoke", "--streams", "new");

    assertThat(options.smoke()).isTrue();
    assertThat(options.numbers("writers", 1)).containsExactly(1, 16);
    assertThat(options.number("rounds", 3)).isEqualTo(3);
    assertThatThrownBy(options::requireNoOther).hasMessageContaining("--streams");
    assertThat(options.words("streams", "new", "existing")).containsExactly("new");
    options.requireNoOther();
    assertThatThrownBy(() -> options.words("streams", "old")).hasMessageContaining("not new");
    assertThatThrownBy(() -> Options.parse("writers")).isInstanceOf(Options.Wrong.class);
    assertThatThrownBy(() -> Options.parse("--writers")).hasMessageContaining("needs a value");
    assertThatThrownBy(() -> Options.parse("--writers", "many").number("writers", 1))
        .hasMessageContaining("many");
  }

  @Test
  void whatIsLoadedIsSaidByOptionsAndWhatCannotBeIsRefused() {
    Scenario scenario =
        MixedBenchmark.scenario(
            Options.parse("--rate", "500", "--read-share", "80", "--practices", "7"), 1000, 60);

    assertThat(scenario).isEqualTo(new Scenario(7, 5, 500, 60, 30, 80, "2g"));
    assertThat(MixedBenchmark.scenario(Options.parse("--smoke"), 1000, 60).rate()).isLessThan(100);
    for (String wrong : List.of("--lives 4", "--practices 0", "--rate 0", "--read-share 101")) {
      assertThatThrownBy(() -> MixedBenchmark.scenario(Options.parse(wrong.split(" ")), 1000, 60))
          .as(wrong)
          .isInstanceOf(Options.Wrong.class);
    }
  }
}
