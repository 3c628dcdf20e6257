package za.lexohub.eventstore;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sees who holds up the log. All appends go through one lock; whoever has it and sleeps lets every
 * node wait. That is never a skipped event, but it has to be seen: as {@code
 * lexohub.log.append.oldest.writer.age} (seconds that the holder has been at it), as {@code
 * lexohub.log.append.waiting} (appends in this node's queue), and as a warning with the holder's
 * process id.
 */
class LogWatch implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LogWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /**
   * The application may not see since when another role's transaction runs, but who waits it may.
   */
  private static final String HOLDER =
      """
      select l.pid, coalesce(a.application_name, '') as application, coalesce(a.state, '') as state,
        greatest(0, extract(epoch from clock_timestamp() - a.xact_start),
          (select max(extract(epoch from clock_timestamp() - w.waitstart)) from pg_locks w
           where not w.granted and w.locktype = 'advisory' and w.database = l.database
             and w.classid = l.classid and w.objid = l.objid and w.objsubid = l.objsubid)) as age
      from pg_locks l left join pg_stat_activity a on a.pid = l.pid
      where l.granted and l.locktype = 'advisory'
        and l.classid = 0 and l.objid = 7220001 and l.objsubid = 1
        and l.database = (select oid from pg_database where datname = current_database())
      """;

  private final DataSource dataSource;
  private final Duration alarmAfter;
  private volatile double age;
  private int warnedOf;
  private @Nullable ScheduledExecutorService timer;

  LogWatch(
      DataSource dataSource,
      AppendQueue queue,
      Duration alarmAfter,
      @Nullable MeterRegistry meters) {
    this.dataSource = dataSource;
    this.alarmAfter = alarmAfter;
    if (meters != null) {
      Gauge.builder("lexohub.log.append.waiting", queue, AppendQueue::waiting)
          .description("appends that wait on this node")
          .register(meters);
      Gauge.builder("lexohub.log.append.oldest.writer.age", this, watch -> watch.age)
          .baseUnit("seconds")
          .description("how long the present holder of the log's lock has been at it")
          .register(meters);
    }
  }

  /** One look, and a warning when the same holder is at it for too long. */
  void look() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(HOLDER);
        ResultSet holder = select.executeQuery()) {
      if (!holder.next()) {
        released();
        return;
      }
      age = holder.getDouble("age");
      int pid = holder.getInt("pid");
      if (age < alarmAfter.toMillis() / 1000.0) {
        released(pid);
      } else if (pid != warnedOf) {
        warnedOf = pid;
        log.warn(
            "appends wait: process {} of PostgreSQL ({}, {}) has held the lock of the event log for"
                + " {} s; if it does not end, end it with pg_terminate_backend({})",
            pid,
            holder.getString("application"),
            holder.getString("state"),
            Math.round(age * 10) / 10.0,
            pid);
      }
    } catch (SQLException e) {
      log.debug("cannot see who holds the lock of the event log: {}", e.getMessage());
    }
  }

  private void released() {
    age = 0;
    released(0);
  }

  private void released(int holder) {
    if (warnedOf != 0 && warnedOf != holder) {
      log.info("process {} has let go of the event log's lock", warnedOf);
      warnedOf = 0;
    }
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("log-watch").factory());
    started.scheduleWithFixedDelay(
        this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    timer = started;
  }

  @Override
  public void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
  }

  @Override
  public boolean isRunning() {
    return timer != null;
  }
}
