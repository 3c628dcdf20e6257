package za.lexohub.processes.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestsTest {

  private final Requests requests = new Requests();

  @Test
  void only_the_newest_request_is_pending() {
    requests.asked(4);
    requests.asked(7);

    assertThat(requests.pending(4L)).isFalse();
    assertThat(requests.pending(7L)).isTrue();
    assertThat(requests.pending(null)).isTrue();
  }

  @Test
  void nothing_is_pending_that_nobody_asked_for_or_that_is_sent() {
    assertThat(requests.pending(1L)).isFalse();

    requests.asked(1);
    requests.sent();
    requests.asked(2);
    assertThat(requests.pending(2L)).isFalse();
  }

  @Test
  void what_was_given_up_is_pending_when_it_is_asked_for_again() {
    requests.asked(1);
    requests.givenUp();
    assertThat(requests.pending(1L)).isFalse();

    requests.asked(3);
    assertThat(requests.pending(1L)).isFalse();
    assertThat(requests.pending(3L)).isTrue();
  }
}
