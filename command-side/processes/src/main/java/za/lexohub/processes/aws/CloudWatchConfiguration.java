package za.lexohub.processes.aws;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;

/**
 * The client of CloudWatch, apart from the others because every role measures itself and not every
 * role talks to the other services. It is asynchronous, as Micrometer wants it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AwsAccess.class, Endpoints.class})
public class CloudWatchConfiguration {

  /** A few batches a minute. */
  private static final int MOST_CONNECTIONS = 4;

  @Bean(destroyMethod = "close")
  CloudWatchAsyncClient cloudWatchClient(AwsAccess access, Endpoints endpoints) {
    return AwsConfiguration.configure(
            CloudWatchAsyncClient.builder(),
            access,
            Endpoints.of(endpoints.cloudwatch()),
            access.attemptTimeout(),
            access.callTimeout())
        .httpClientBuilder(NettyNioAsyncHttpClient.builder().maxConcurrency(MOST_CONNECTIONS))
        .build();
  }
}
