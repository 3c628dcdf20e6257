package za.lexohub.sessions.gateway;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import za.lexohub.sessions.ConnectionGateway;

/** API Gateway's end of the WebSockets, where there is one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lexohub.websocket.endpoint")
@EnableConfigurationProperties(GatewayProperties.class)
public class GatewayConfiguration {

  @Bean
  ConnectionGateway connectionGateway(
      GatewayProperties properties,
      @Value("${lexohub.aws.region:af-south-1}") String region,
      @Value("${lexohub.aws.access-key-id:}") String accessKeyId,
      @Value("${lexohub.aws.secret-access-key:}") String secretAccessKey) {
    AwsCredentialsProvider credentials =
        accessKeyId.isBlank()
            ? DefaultCredentialsProvider.builder().build()
            : StaticCredentialsProvider.create(
                AwsBasicCredentials.create(accessKeyId, secretAccessKey));
    return new AwsConnectionGateway(properties.endpoint(), region, credentials, Clock.systemUTC());
  }
}
