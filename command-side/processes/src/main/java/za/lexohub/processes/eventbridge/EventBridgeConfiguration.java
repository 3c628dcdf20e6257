package za.lexohub.processes.eventbridge;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import za.lexohub.processes.aws.AwsConfiguration;

/** The publisher to the event bus. */
@Configuration(proxyBeanMethods = false)
@Import(AwsConfiguration.class)
@EnableConfigurationProperties(TargetBus.class)
public class EventBridgeConfiguration {

  @Bean
  EventBridgePublisher eventBridgePublisher(EventBridgeClient client, TargetBus target) {
    return new EventBridgePublisher(new EventBridge(client, target.bus()));
  }
}
