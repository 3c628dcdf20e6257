package za.lexohub.processes.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class FailureTextTest {

  @Test
  void our_own_words_are_shown_with_their_place_on_one_line() {
    String text = FailureText.of(new IllegalStateException("no mail is called x\r\n12:00 ERROR y"));

    assertThat(text)
        .startsWith("java.lang.IllegalStateException: no mail is called x 12:00 ERROR y at Failure")
        .contains("FailureTextTest.java:")
        .doesNotContain("\n", "\r");
  }

  @Test
  void what_others_say_is_left_out() {
    IllegalArgumentException foreign = null;
    try {
      URI.create("naledi@example.org is no:: address");
    } catch (IllegalArgumentException e) {
      foreign = e;
    }

    assertThat(FailureText.of(new ExecutionException(foreign)))
        .contains("ExecutionException, caused by java.lang.IllegalArgumentException")
        .contains("URISyntaxException", " at FailureTextTest.java:")
        .doesNotContain("naledi");
  }

  @Test
  void the_sdk_is_quoted() {
    assertThat(FailureText.of(SdkClientException.create("connection refused")))
        .contains("connection refused");
  }

  @Test
  void what_is_too_long_is_cut() {
    assertThat(FailureText.of(new IllegalStateException("a".repeat(10_000)))).hasSizeLessThan(500);
  }
}
