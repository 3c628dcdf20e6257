package za.lexohub.benchmarks.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MixTest {

  @Test
  void ofAHundredReadingsAndActsEachHasItsShare() {
    Map<Reading, Integer> readings = new EnumMap<>(Reading.class);
    Map<Act, Integer> acts = new EnumMap<>(Act.class);

    for (int i = 0; i < 100; i++) {
      readings.merge(Day.reading(i), 1, Integer::sum);
      acts.merge(Day.act(i), 1, Integer::sum);
    }

    assertThat(readings)
        .allSatisfy((reading, times) -> assertThat(times).isEqualTo(reading.ofHundred));
    assertThat(readings).hasSize(Reading.values().length);
    assertThat(acts).allSatisfy((act, times) -> assertThat(times).isEqualTo(act.ofHundred));
    assertThat(acts).hasSize(Act.values().length);
  }

  @Test
  void kindsThatOnlyLookAreToldFromThoseThatChange() {
    assertThat(Arrays.stream(Reading.values())).allMatch(reading -> Day.reads(reading.said));
    assertThat(Arrays.stream(Act.values())).noneMatch(act -> Day.reads(act.said));
    assertThat(Day.reads(Day.OPEN)).isTrue();
  }

  @Test
  void aDocumentIsLeftAloneForAWhileAndTheOneThatWaitedLongestComesFirst() {
    Stock stock = new Stock(Duration.ofNanos(100));
    Book book = new Book("");
    stock.put(Act.PAY, new Paper(book, "first", 1, 1000, ""));
    stock.put(Act.PAY, new Paper(book, "second", 1, 1050, ""));

    assertThat(stock.take(Act.PAY, 1099)).isNull();
    assertThat(stock.take(Act.PAY, 1100)).extracting(Paper::id).isEqualTo("first");
    assertThat(stock.take(Act.PAY, 1100)).isNull();
    assertThat(stock.take(Act.ACCEPT, 2000)).isNull();
  }

  @Test
  void aMeasureGrowsWhenItsLastThirdIsClearlyAboveItsFirst() {
    Thirds thirds = new Thirds();
    for (double heap : List.of(100.0, 300.0, 101.0, 120.0, 120.0, 120.0, 130.0, 99.0, 131.0)) {
      thirds.add(Map.of("heap", heap, "threads", 50.0, "p99", Double.NaN));
    }

    List<Map<String, Object>> rows = thirds.rows();

    assertThat(rows)
        .filteredOn(row -> row.get("measure").equals("heap"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("first third", 101.0)
                    .containsEntry("last third", 130.0)
                    .containsEntry("highest", 300.0)
                    .containsEntry("grows", "yes"));
    assertThat(rows)
        .filteredOn(row -> !row.get("measure").equals("heap"))
        .allMatch(row -> row.get("grows").equals("no"));
    // One more connection is no growth, whatever its part of few.
    assertThat(Thirds.grows(3, 4)).isFalse();
  }

  @Test
  void anInvoiceIsPaidInTwoParts() {
    Paper owed = new Paper(new Book(""), "invoice", 500_000, 0, "");
    Reply paid = new Reply(200, "", "7", "{}");

    Paper rest = Act.PAY.then(owed, paid);

    assertThat(rest).isNotNull();
    assertThat(rest.left()).isEqualTo(300_000);
    assertThat(rest.position()).isEqualTo("7");
    assertThat(Act.PAY.then(rest, paid)).isNull();
  }

  @Test
  void anAnswerIsNamedByItsStatusAndItsProblem() {
    assertThat(new Reply(409, "", "", "{\"status\": 409, \"code\": \"concurrent-change\"}").said())
        .isEqualTo("409 concurrent-change");
    assertThat(new Reply(502, "", "", "").said()).isEqualTo("502");
    assertThat(new Reply(0, "", "", "HttpTimeoutException").said())
        .isEqualTo("HttpTimeoutException");
  }
}
