package za.lexohub.processes.storage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;
import za.lexohub.messages.document.DocumentSealing;

/** The papers in S3, for the workers that make them and the edge that hands them out. */
@Configuration(proxyBeanMethods = false)
public class StorageConfiguration {

  @Bean
  DocumentStore documentStore(
      S3Client s3, @Value("${lexohub.s3.bucket}") String bucket, DocumentSealing sealing) {
    return new DocumentStore(s3, bucket, sealing);
  }
}
