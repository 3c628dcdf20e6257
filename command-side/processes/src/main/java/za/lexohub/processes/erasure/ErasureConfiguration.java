package za.lexohub.processes.erasure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.messages.document.Documents.DocumentsUnavailable;
import za.lexohub.messages.processing.PassingFailure;
import za.lexohub.processes.storage.StorageConfiguration;

/** What follows a decision to erase. */
@Configuration(proxyBeanMethods = false)
@Import({StorageConfiguration.class, ErasureSaga.class, DocumentErasure.class})
public class ErasureConfiguration {

  @Bean
  PassingFailure documentsAreAway() {
    return DocumentsUnavailable.class::isInstance;
  }
}
