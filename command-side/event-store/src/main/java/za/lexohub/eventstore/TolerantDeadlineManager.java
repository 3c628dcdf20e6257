package za.lexohub.eventstore;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineToken;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A deadline that is being run cannot be cancelled any more. Axon fails the saga's whole batch
 * then, again and again until the run is over, or after a crash until it counts as dead. Every saga
 * of ours ignores a deadline that it no longer waits for, so such a cancel may simply do nothing.
 */
class TolerantDeadlineManager extends DbSchedulerDeadlineManager {

  private static final Logger log = LoggerFactory.getLogger(TolerantDeadlineManager.class);

  private final Scheduler scheduler;

  TolerantDeadlineManager(
      Scheduler scheduler,
      Configuration configuration,
      Serializer serializer,
      TransactionManager transactions) {
    super(
        builder()
            .scheduler(scheduler)
            .scopeAwareProvider(new ConfigurationScopeAwareProvider(configuration))
            .serializer(serializer)
            .transactionManager(transactions));
    this.scheduler = scheduler;
  }

  @Override
  public void cancelSchedule(String deadlineName, String scheduleId) {
    runOnPrepareCommitOrNow(
        () -> {
          try {
            scheduler.cancel(new DbSchedulerDeadlineToken(scheduleId));
          } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException e) {
            log.debug("{} {} is run already, or being run", deadlineName, scheduleId);
          }
        });
  }
}
