package za.lexohub.projectors.search;

import java.time.Duration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.search.SearchIndexes;
import za.lexohub.readmodels.search.SearchWriter;

/** The three projectors of the search, each with its own processing group, and their guard. */
@Configuration(proxyBeanMethods = false)
public class SearchProjectorsConfiguration {

  @Bean
  SearchDocuments searchDocuments(SearchWriter writer) {
    return new SearchDocuments(writer);
  }

  /** Nobody must believe what was published before an index was emptied. */
  @Bean
  Emptied emptied(SearchIndexes indexes, PublishedPositions published) {
    return new Emptied(indexes, published::forget);
  }

  /** Looks every {@code lexohub.search.look-interval}: a deleted index is missed that soon. */
  @Bean
  @DependsOnDatabaseInitialization
  SearchIndexGuard searchIndexGuard(
      SearchIndexes indexes,
      org.axonframework.config.Configuration axon,
      TokenStore tokens,
      TransactionManager transactions,
      @Value("${lexohub.search.look-interval:5s}") Duration interval) {
    return new SearchIndexGuard(
        indexes, axon.eventProcessingConfiguration(), tokens, transactions, interval);
  }

  @Bean
  MatterSearchProjector matterSearchProjector(
      SearchDocuments documents, Emptied emptied, PersonalDataVault vault) {
    return new MatterSearchProjector(documents, emptied, vault);
  }

  @Bean
  ProFormaSearchProjector proFormaSearchProjector(
      SearchDocuments documents, Emptied emptied, PersonalDataVault vault) {
    return new ProFormaSearchProjector(documents, emptied, vault);
  }

  @Bean
  InvoiceSearchProjector invoiceSearchProjector(
      SearchDocuments documents, Emptied emptied, PersonalDataVault vault) {
    return new InvoiceSearchProjector(documents, emptied, vault);
  }
}
