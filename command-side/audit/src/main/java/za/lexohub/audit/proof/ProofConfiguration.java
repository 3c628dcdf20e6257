package za.lexohub.audit.proof;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.LogProofs;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.CheckpointConfiguration;
import za.lexohub.audit.checkpoint.Checkpoints;
import za.lexohub.audit.checkpoint.LogKeys;

/** The proofs, wherever they are asked for; needs an {@code S3Client}. */
@Configuration(proxyBeanMethods = false)
@Import(CheckpointConfiguration.class)
public class ProofConfiguration {

  @Bean
  LogProofs logProofs(
      JdbcClient jdbc, Checkpoints checkpoints, AuditObjects objects, LogKeys keys) {
    return new SealedLog(jdbc, checkpoints, new Tiles(objects), keys);
  }
}
