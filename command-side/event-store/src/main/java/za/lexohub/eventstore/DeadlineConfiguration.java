package za.lexohub.eventstore;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Durable deadlines: tasks of db-scheduler in PostgreSQL, run by whichever node is alive. For the
 * role that holds the sagas only: a node without them would take a saga's deadline, find nobody to
 * tell, and drop it.
 */
@Configuration(proxyBeanMethods = false)
public class DeadlineConfiguration {

  /** After a node dies, its deadlines are taken over this many heartbeats later. */
  private static final int MISSED_HEARTBEATS = 4;

  @Bean(destroyMethod = "") // the deadline manager starts and stops it
  Scheduler deadlineScheduler(
      DataSource dataSource, Clock clock, ObjectProvider<DbSchedulerDeadlineManager> deadlines) {
    // In the saga's transaction: a deadline is there exactly when the saga that waits for it is.
    return new SchedulerBuilder(
            new TransactionAwareDataSourceProxy(dataSource),
            List.of(DbSchedulerDeadlineManager.binaryTask(deadlines::getObject)))
        .tableName("scheduled_tasks")
        .threads(4)
        .clock(clock::instant)
        .pollingInterval(Duration.ofSeconds(1))
        .heartbeatInterval(Duration.ofSeconds(5))
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(Duration.ofSeconds(10))
        .build();
  }

  @Bean
  DeadlineManager deadlineManager(
      Scheduler scheduler,
      org.axonframework.config.Configuration configuration,
      Serializer serializer,
      TransactionManager transactions) {
    return new TolerantDeadlineManager(scheduler, configuration, serializer, transactions);
  }
}
