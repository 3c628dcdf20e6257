package za.lexohub.audit.checkpoint;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What sealing and proving share. */
@Configuration(proxyBeanMethods = false)
public class CheckpointConfiguration {

  /** Where a key service signs, its keys take the place of the files. */
  @Bean
  @ConditionalOnMissingBean
  SigningKeys auditSigningKeys(@Value("${lexohub.keys.directory}") Path directory) {
    return new SigningKeyFiles(directory);
  }

  @Bean
  LogKeys logKeys(
      @Value("${lexohub.audit.origin:lexohub.localhost/log}") String origin,
      SigningKeys auditSigningKeys,
      JdbcClient jdbc) {
    LogKeys keys = new LogKeys(origin, auditSigningKeys, jdbc);
    keys.requireKnown();
    return keys;
  }

  @Bean
  AuditObjects auditObjects(S3Client s3, @Value("${lexohub.s3.audit-bucket}") String bucket) {
    return new S3AuditObjects(s3, bucket);
  }

  @Bean
  Checkpoints checkpoints(JdbcClient jdbc) {
    return new Checkpoints(jdbc);
  }
}
