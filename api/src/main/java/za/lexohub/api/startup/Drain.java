package za.lexohub.api.startup;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import za.lexohub.role.HttpRole;

/**
 * The time between a node's word that it is leaving and the end of its listener. ECS takes a task
 * out of the load balancer and asks it to end at the same moment, so that requests still come for a
 * little; they are answered. Spring Boot has said by then that the node takes no more traffic, and
 * whatever else stops first stops meanwhile.
 */
@Component
@HttpRole
final class Drain implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Drain.class);

  private final Duration time;
  private volatile boolean running;

  /**
   * @param time 0, where nobody stands before the node
   */
  Drain(@Value("${lexohub.shutdown.drain:0s}") Duration time) {
    if (time.isNegative() || time.compareTo(Duration.ofSeconds(20)) > 0) {
      throw new IllegalArgumentException("lexohub.shutdown.drain must be 0 to 20 s");
    }
    this.time = time;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  /** Returns at once: what stands in the same phase does not wait its turn. */
  @Override
  public void stop(Runnable stopped) {
    Executor later =
        time.isZero()
            ? Runnable::run
            : CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
    if (!time.isZero()) {
      log.info("Leaving: requests are still answered for {} s", time.toSeconds());
    }
    later.execute(
        () -> {
          stop();
          stopped.run();
        });
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server says goodbye to its connections. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
