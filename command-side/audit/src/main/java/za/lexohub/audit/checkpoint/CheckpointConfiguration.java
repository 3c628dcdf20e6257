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

  /** Where a key service signs, its implementation takes the place of the file. */
  @Bean
  @ConditionalOnMissingBean
  SigningKey auditSigningKey(@Value("${lexohub.keys.directory}") Path directory) {
    return SigningKeyFile.loadOrCreate(directory);
  }

  @Bean
  LogKey logKey(
      @Value("${lexohub.audit.origin:lexohub.localhost/log}") String origin,
      SigningKey auditSigningKey,
      JdbcClient jdbc) {
    LogKey key = new LogKey(origin, auditSigningKey);
    key.requireKnownTo(jdbc);
    return key;
  }

  /**
   * {@code lexohub.s3.audit-prefix} keeps a log that goes on after a restore apart from what it was
   * before, in one bucket.
   */
  @Bean
  @ConditionalOnMissingBean
  AuditObjects auditObjects(
      S3Client s3,
      @Value("${lexohub.s3.audit-bucket}") String bucket,
      @Value("${lexohub.s3.audit-prefix:}") String prefix) {
    return new S3AuditObjects(s3, bucket, prefix);
  }

  @Bean
  Checkpoints checkpoints(JdbcClient jdbc) {
    return new Checkpoints(jdbc);
  }
}
