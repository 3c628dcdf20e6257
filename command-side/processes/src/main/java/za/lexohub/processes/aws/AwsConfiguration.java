package za.lexohub.processes.aws;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * One client per service, each with bounded time and tries and a circuit breaker, so that a dead
 * service costs a caller seconds, and soon nothing, and never a thread.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AwsAccess.class, Endpoints.class})
public class AwsConfiguration {

  /**
   * More than all consumers and publishers of a node use at a time; the default of 50 is near it.
   */
  private static final int MOST_CONNECTIONS = 100;

  /** For one try of a call to DynamoDB, which a request waits for; it answers in milliseconds. */
  private static final Duration ASKED_WITHIN = Duration.ofMillis(500);

  /** For one try of a call to KMS, which a request waits for; it answers in some milliseconds. */
  private static final Duration KEYS_WITHIN = Duration.ofSeconds(1);

  private final CircuitBreaking circuits;

  AwsConfiguration(ObjectProvider<MeterRegistry> meters) {
    this.circuits = new CircuitBreaking(meters);
  }

  @Bean(destroyMethod = "close")
  SqsClient sqsClient(AwsAccess access, Endpoints endpoints) {
    return guarded(
            SqsClient.builder(),
            access,
            Endpoints.of(endpoints.sqs()),
            access.attemptTimeout(),
            access.callTimeout())
        .httpClientBuilder(http())
        .build();
  }

  @Bean(destroyMethod = "close")
  EventBridgeClient eventBridgeClient(AwsAccess access, Endpoints endpoints) {
    return guarded(
            EventBridgeClient.builder(),
            access,
            Endpoints.of(endpoints.eventbridge()),
            access.attemptTimeout(),
            access.callTimeout())
        .httpClientBuilder(http())
        .build();
  }

  @Bean(destroyMethod = "close")
  S3Client s3Client(AwsAccess access, Endpoints endpoints) {
    URI endpoint = Endpoints.of(endpoints.s3());
    return guarded(
            S3Client.builder(),
            access,
            endpoint,
            access.storageTimeout(),
            access.storageTimeout().multipliedBy(access.attempts()))
        // A bucket's name in front of a local server's name resolves nowhere.
        .forcePathStyle(endpoint != null)
        .httpClientBuilder(http())
        .build();
  }

  /** Signs requests that others make to the store; it calls nobody. */
  @Bean(destroyMethod = "close")
  S3Presigner s3Presigner(AwsAccess access, Endpoints endpoints) {
    URI endpoint = Endpoints.of(endpoints.s3());
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .region(Region.of(access.region()))
            .credentialsProvider(credentials(access))
            .serviceConfiguration(
                S3Configuration.builder().pathStyleAccessEnabled(endpoint != null).build());
    return (endpoint == null ? builder : builder.endpointOverride(endpoint)).build();
  }

  @Bean(destroyMethod = "close")
  @Lazy
  DynamoDbClient dynamoDbClient(AwsAccess access, Endpoints endpoints) {
    return guarded(
            DynamoDbClient.builder(),
            access,
            Endpoints.of(endpoints.dynamodb()),
            ASKED_WITHIN,
            ASKED_WITHIN.multipliedBy(2))
        .httpClientBuilder(http())
        .build();
  }

  @Bean(destroyMethod = "close")
  @Lazy
  KmsClient kmsClient(AwsAccess access, Endpoints endpoints) {
    return guarded(
            KmsClient.builder(),
            access,
            Endpoints.of(endpoints.kms()),
            KEYS_WITHIN,
            KEYS_WITHIN.multipliedBy(access.attempts()))
        .httpClientBuilder(http())
        .build();
  }

  private static ApacheHttpClient.Builder http() {
    return ApacheHttpClient.builder().maxConnections(MOST_CONNECTIONS);
  }

  private <B extends AwsClientBuilder<B, C>, C> B guarded(
      B builder, AwsAccess access, @Nullable URI endpoint, Duration attempt, Duration call) {
    return configure(builder, access, endpoint, attempt, call, circuits);
  }

  static <B extends AwsClientBuilder<B, C>, C> B configure(
      B builder,
      AwsAccess access,
      @Nullable URI endpoint,
      Duration attempt,
      Duration call,
      ExecutionInterceptor... interceptors) {
    RetryStrategy retries =
        AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(access.attempts()).build();
    builder
        .region(Region.of(access.region()))
        .credentialsProvider(credentials(access))
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(call)
                .retryStrategy(retries)
                .executionInterceptors(List.of(interceptors))
                .build());
    return endpoint == null ? builder : builder.endpointOverride(endpoint);
  }

  private static AwsCredentialsProvider credentials(AwsAccess access) {
    return access.accessKeyId() == null || access.accessKeyId().isBlank()
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(access.accessKeyId(), access.secretAccessKey()));
  }
}
