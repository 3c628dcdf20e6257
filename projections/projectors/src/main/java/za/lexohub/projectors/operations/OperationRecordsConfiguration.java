package za.lexohub.projectors.operations;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For every node on which somebody operates, or something is found: where that is recorded. */
@Configuration(proxyBeanMethods = false)
public class OperationRecordsConfiguration {

  @Bean
  OperationRecords operationRecords(ObjectProvider<EventStore> eventStore) {
    return new OperationRecords(eventStore::getObject);
  }
}
