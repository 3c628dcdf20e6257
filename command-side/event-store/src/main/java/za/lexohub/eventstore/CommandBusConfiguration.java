package za.lexohub.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.tracing.SpanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import za.lexohub.eventstore.tracing.MessageLogIds;

/** The way of a command: local, its own unit of work, decided again on a conflict. */
@Configuration(proxyBeanMethods = false)
class CommandBusConfiguration {

  @Bean
  CorrelationDataProvider messageCorrelation() {
    return new MessageCorrelation();
  }

  /** Closed before the queue, so that what sagas have under way can still be appended. */
  @Bean
  @DependsOn("appendQueue")
  RootCommandBus commandBus(
      CorrelationDataProvider correlation, EventStorageEngine log, SpanFactory spans) {
    RootCommandBus bus =
        new RootCommandBus(DefaultCommandBusSpanFactory.builder().spanFactory(spans).build());
    bus.registerHandlerInterceptor(new MessageLogIds());
    bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
    bus.registerHandlerInterceptor(new CurrentDecisions(log));
    return bus;
  }

  /** By this name the aggregates ask for it. */
  @Bean
  AggregateCache aggregateCache(
      EventStoreProperties properties, ObjectProvider<MeterRegistry> meters) {
    AggregateCache cache = new AggregateCache(properties.cachedEvents());
    meters.ifUnique(
        registry -> CaffeineCacheMetrics.monitor(registry, cache.entries(), "aggregates"));
    return cache;
  }

  @Bean
  ConflictRetryScheduler conflictRetryScheduler() {
    return new ConflictRetryScheduler();
  }

  @Bean
  CommandGateway commandGateway(CommandBus commandBus, ConflictRetryScheduler retries) {
    return DefaultCommandGateway.builder().commandBus(commandBus).retryScheduler(retries).build();
  }
}
