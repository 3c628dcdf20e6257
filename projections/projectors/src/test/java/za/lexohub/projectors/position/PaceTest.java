package za.lexohub.projectors.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void an_even_pace_is_soon_known_and_soon_forgotten() {
    Pace pace = new Pace(0, 0);
    double rate = 0;
    for (int tenth = 1; tenth <= 300; tenth++) {
      rate = pace.at(tenth * 50L, tenth * SECOND / 10);
    }
    assertThat(rate).isCloseTo(500, within(10.0));

    for (int tenth = 301; tenth <= 1000; tenth++) {
      rate = pace.at(15_000, tenth * SECOND / 10);
    }
    assertThat(rate).isZero();
  }

  @Test
  void what_begins_anew_is_not_quick_backwards() {
    Pace pace = new Pace(1_000, 0);
    assertThat(pace.at(0, SECOND)).isZero();
    assertThat(pace.at(100, 2 * SECOND)).isPositive();
  }
}
