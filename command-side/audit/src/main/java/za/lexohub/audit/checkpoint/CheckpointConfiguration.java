package za.lexohub.audit.checkpoint;

import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What sealing and proving share. */
@Configuration(proxyBeanMethods = false)
public class CheckpointConfiguration {

  /**
   * @param ids of keys of KMS in the order of their use; {@code file} where files sign
   */
  @Bean
  SigningKeys auditSigningKeys(
      @Value("${lexohub.keys.directory}") Path directory,
      @Value("${lexohub.kms.signing-keys:file}") List<String> ids,
      ObjectProvider<KmsClient> kms) {
    SigningKeyFiles files = new SigningKeyFiles(directory);
    return ids.equals(List.of("file")) ? files : new KmsSigningKeys(kms::getObject, ids, files);
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
