package za.lexohub.messages.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PromptThreadsTest {

  private static final Runnable NOTHING = () -> {};

  @Test
  void a_full_buffer_is_looked_at_again_soon_and_nothing_else_is_hurried() {
    try (PromptThreads threads = new PromptThreads(1, Thread.ofPlatform().daemon().factory())) {
      assertThat(
              threads.schedule(NOTHING, 100, TimeUnit.MILLISECONDS).getDelay(TimeUnit.MILLISECONDS))
          .isLessThan(10);
      assertThat(threads.schedule(NOTHING, 10, TimeUnit.MINUTES).getDelay(TimeUnit.MINUTES))
          .isGreaterThan(8);
      threads.shutdownNow();
    }
  }
}
