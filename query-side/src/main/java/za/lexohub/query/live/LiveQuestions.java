package za.lexohub.query.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.query.access.GrantedQueries;
import za.lexohub.query.projections.ProjectionQueries;
import za.lexohub.readmodels.live.RecordedChanges;
import za.lexohub.readmodels.live.SqlChanges;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.ProjectionViews;

/** Where the streams of changes, and what tells how far everything has come, are put together. */
@Configuration(proxyBeanMethods = false)
public class LiveQuestions {

  /** Beside the log's own lock, 7220001. */
  private static final long WEBSOCKET_FAN_OUT = 7220002;

  @Bean
  RecordedChanges recordedChanges(JdbcClient jdbc) {
    return new SqlChanges(jdbc);
  }

  /**
   * @param limit {@code lexohub.stream.limit}: the most streams of a node. Ten thousand were seen
   *     to fit; a web server that runs out of connections would refuse commands as well
   * @param tenantLimit {@code lexohub.stream.limit-per-tenant}: so that one practice's runaway
   *     client leaves places to the others
   */
  @Bean
  LiveFeed liveFeed(
      RecordedChanges recordedChanges,
      @Value("${lexohub.stream.limit:12000}") int limit,
      @Value("${lexohub.stream.limit-per-tenant:1000}") int tenantLimit) {
    return new LiveFeed(recordedChanges, limit, tenantLimit);
  }

  @Bean
  LiveStreams liveStreams(
      LiveFeed feed,
      RecordedChanges recordedChanges,
      GrantedQueries granted,
      ObjectProvider<MeterRegistry> registry) {
    GrantedReads reads = new AppliedGrants(granted);
    return new LiveStreams(
        feed,
        recordedChanges,
        attorney -> new GrantedChanges(reads, attorney, System::nanoTime),
        registry.getIfAvailable(SimpleMeterRegistry::new));
  }

  /** Only where API Gateway holds WebSockets for us. */
  @Bean
  @ConditionalOnProperty("lexohub.websocket.endpoint")
  EveryChange everyChange(RecordedChanges recordedChanges, DataSource dataSource) {
    return new OneNodesChanges(recordedChanges, new OneNode(dataSource, WEBSOCKET_FAN_OUT));
  }

  @Bean
  ProjectionQueries projectionQueries(ProjectionViews views, AppliedPositions positions) {
    return new ProjectionQueries(views, positions);
  }
}
