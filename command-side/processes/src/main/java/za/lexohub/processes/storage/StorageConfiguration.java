package za.lexohub.processes.storage;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import za.lexohub.messages.document.DocumentSealing;

/**
 * The papers and added documents in S3, for the workers that make papers and the edge that hands
 * them out and lets documents in.
 */
@Configuration(proxyBeanMethods = false)
public class StorageConfiguration {

  @Bean
  DocumentStore documentStore(
      S3Client s3, @Value("${lexohub.s3.bucket}") String bucket, DocumentSealing sealing) {
    return new DocumentStore(s3, bucket, sealing);
  }

  @Bean
  S3Uploads uploads(
      S3Client s3,
      S3Presigner presigner,
      @Value("${lexohub.s3.bucket}") String bucket,
      Clock clock) {
    return new S3Uploads(s3, presigner, bucket, clock);
  }

  @Bean
  S3Logos logos(S3Client s3, @Value("${lexohub.s3.bucket}") String bucket) {
    return new S3Logos(s3, bucket);
  }
}
