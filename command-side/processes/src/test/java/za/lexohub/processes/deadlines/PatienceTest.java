package za.lexohub.processes.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import za.lexohub.processes.billing.BillingLimits;

class PatienceTest {

  @Test
  void without_properties_five_attempts_begin_with_thirty_seconds() {
    BillingLimits limits = bind(new MapConfigurationPropertySource());

    assertThat(limits.step())
        .isEqualTo(new Patience(Duration.ofSeconds(30), 2, Duration.ofMinutes(15), 5));
  }

  @Test
  void properties_replace_single_numbers() {
    var source = new MapConfigurationPropertySource();
    source.put("lexohub.billing.step.timeout", "2s");
    source.put("lexohub.billing.step.attempts", "3");

    assertThat(bind(source).step())
        .isEqualTo(new Patience(Duration.ofSeconds(2), 2, Duration.ofMinutes(15), 3));
  }

  @Test
  void an_absurd_number_is_named() {
    assertThatThrownBy(() -> new Patience(Duration.ZERO, 2, Duration.ofMinutes(1), 5))
        .hasMessageContaining("timeout");
    assertThatThrownBy(() -> new Patience(Duration.ofSeconds(1), 0.5, Duration.ofMinutes(1), 5))
        .hasMessageContaining("growth");
    assertThatThrownBy(() -> new Patience(Duration.ofSeconds(9), 2, Duration.ofSeconds(8), 5))
        .hasMessageContaining("longest");
    assertThatThrownBy(() -> new Patience(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 0))
        .hasMessageContaining("attempts");
  }

  @Test
  void timeouts_grow_up_to_the_longest_however_many_there_were() {
    Patience patience = new Patience(Duration.ofSeconds(30), 2, Duration.ofMinutes(15), 5);

    assertThat(patience.timeoutAfter(1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(patience.timeoutAfter(5)).isEqualTo(Duration.ofMinutes(8));
    assertThat(patience.timeoutAfter(6)).isEqualTo(Duration.ofMinutes(15));
    assertThat(patience.timeoutAfter(100_000)).isEqualTo(Duration.ofMinutes(15));
  }

  private static BillingLimits bind(MapConfigurationPropertySource source) {
    return new Binder(source).bindOrCreate("lexohub.billing", BillingLimits.class);
  }
}
