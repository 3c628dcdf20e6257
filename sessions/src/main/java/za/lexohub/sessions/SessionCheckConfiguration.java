package za.lexohub.sessions;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.UnifiedJedis;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import za.lexohub.readmodels.redis.Fallback;

/**
 * For every role, because operators' addresses are on all of them. Needs a client of DynamoDB, and
 * does without Redis where a role has none: the table is then asked once in a while per session.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lexohub.sessions.table")
@EnableConfigurationProperties(SessionProperties.class)
public class SessionCheckConfiguration {

  /** The machine's, as for the tokens. */
  private static final Clock CLOCK = Clock.systemUTC();

  @Bean
  Sessions sessions(
      ObjectProvider<UnifiedJedis> redis,
      ObjectProvider<Fallback> fallback,
      DynamoDbClient dynamoDb,
      SessionProperties limits) {
    UnifiedJedis shared = redis.getIfAvailable();
    return new CheckedSessions(
        new SessionTable(dynamoDb, limits.table()),
        shared == null
            ? SessionMarks.none()
            : new SharedMarks(shared, fallback.getObject(), limits.idle(), limits.lifetime()),
        limits,
        CLOCK);
  }
}
