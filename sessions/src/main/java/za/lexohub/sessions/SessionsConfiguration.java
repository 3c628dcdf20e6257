package za.lexohub.sessions;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import redis.clients.jedis.UnifiedJedis;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import za.lexohub.readmodels.redis.Fallback;

/**
 * For the roles that people's requests reach. Needs Redis and, for sessions and connections, a
 * client of DynamoDB: both are absent where their table is not named.
 *
 * <p>The time is the machine's, as it is for the tokens, and not that of the business.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LockOutProperties.class)
@Import(SessionCheckConfiguration.class)
public class SessionsConfiguration {

  private static final Clock CLOCK = Clock.systemUTC();

  @Bean
  RateLimits rateLimits(UnifiedJedis redis, Fallback fallback) {
    return new SharedRateLimits(new RedisBuckets(redis, fallback));
  }

  @Bean
  LockOuts lockOuts(UnifiedJedis redis, Fallback fallback, LockOutProperties limits) {
    return new SharedLockOuts(redis, fallback, limits, CLOCK);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("lexohub.connections.table")
  @EnableConfigurationProperties(ConnectionProperties.class)
  static class Listening {
    @Bean
    Connections connections(DynamoDbClient dynamoDb, ConnectionProperties properties) {
      return new ConnectionTable(dynamoDb, properties.table(), CLOCK);
    }
  }
}
