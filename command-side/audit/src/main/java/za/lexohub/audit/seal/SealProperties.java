package za.lexohub.audit.seal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is sealed.
 *
 * @param enabled false keeps this node from ever sealing
 * @param every how long a new event waits at most before a checkpoint is begun. 4 s: with the work
 *     itself it is covered within 5 s
 * @param events that many new ones are sealed at the next look, however young. 1,000
 * @param most events under one checkpoint; more than that wait for the next one, which follows at
 *     once. 10,000: a backlog of a million takes a hundred checkpoints
 * @param look how often it is looked whether there is something new. 500 ms, one index look-up each
 * @param lease after which time without a sign of life another node takes over. 10 s
 * @param alarmRetry how long to wait before a log that was found altered is checked again. 10 s
 * @param recheck how many of the newest sealed events are compared with the tree before the first
 *     signature after a start or take-over; the older ones are compared in passing. 200,000, about
 *     two seconds
 */
@ConfigurationProperties("lexohub.audit.seal")
record SealProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("4s") Duration every,
    @DefaultValue("1000") int events,
    @DefaultValue("10000") int most,
    @DefaultValue("500ms") Duration look,
    @DefaultValue("10s") Duration lease,
    @DefaultValue("10s") Duration alarmRetry,
    @DefaultValue("200000") long recheck) {

  SealProperties {
    if (events < 1 || most < events) {
      throw new IllegalArgumentException(
          "lexohub.audit.seal.events must be at least 1 and at most lexohub.audit.seal.most");
    }
    if (look.toMillis() < 1 || lease.compareTo(look.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "lexohub.audit.seal.lease must be at least twice lexohub.audit.seal.look");
    }
    if (every.isNegative() || alarmRetry.isNegative() || recheck < 0) {
      throw new IllegalArgumentException("lexohub.audit.seal has no negative times and numbers");
    }
  }
}
