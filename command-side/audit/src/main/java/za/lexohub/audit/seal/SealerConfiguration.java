package za.lexohub.audit.seal;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.CheckpointConfiguration;
import za.lexohub.audit.checkpoint.Checkpoints;
import za.lexohub.audit.checkpoint.LogKeys;

/**
 * The sealer of this node; needs an {@code S3Client}. However many nodes have one, one of them
 * seals at a time.
 */
@Configuration(proxyBeanMethods = false)
@Import(CheckpointConfiguration.class)
@EnableConfigurationProperties(SealProperties.class)
public class SealerConfiguration {

  /** A stop that others would long have noticed. */
  private static final int SILENT_LEASES = 3;

  @Bean
  SealState sealState() {
    return new SealState();
  }

  @Bean
  SealerLoop sealerLoop(
      JdbcClient jdbc,
      AuditObjects objects,
      Checkpoints checkpoints,
      LogKeys keys,
      SealProperties properties,
      SealState state) {
    Sealer sealer =
        new Sealer(
            new Lease(jdbc, properties.lease()), jdbc, objects, checkpoints, keys, properties);
    return new SealerLoop(sealer, state, properties);
  }

  @Bean
  SigningKeyEndpoint signingKeyEndpoint(
      JdbcClient jdbc, LogKeys keys, ObjectProvider<EventStore> log) {
    return new SigningKeyEndpoint(keys, new KeyWishes(jdbc), new KeyRecords(log::getObject));
  }

  @Bean
  SealerMeters sealerMeters(SealState state) {
    return new SealerMeters(state);
  }

  /** The name is the contributor's, {@code sealer}. */
  @Bean
  SealerHealth sealerHealthIndicator(SealState state, SealProperties properties) {
    return new SealerHealth(state, properties.lease().multipliedBy(SILENT_LEASES));
  }
}
