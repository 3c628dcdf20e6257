package za.lexohub.projectors.search;

import java.time.Duration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.readmodels.position.Replays;
import za.lexohub.readmodels.search.SearchIndexes;
import za.lexohub.readmodels.search.SearchWriter;

/** The three projectors of the search, each with its own processing group, and their guard. */
@Configuration(proxyBeanMethods = false)
public class SearchProjectorsConfiguration {

  @Bean
  SearchDocuments searchDocuments(SearchWriter writer) {
    return new SearchDocuments(writer);
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
      SearchDocuments documents, SearchIndexes indexes, PersonalDataVault vault, Replays replays) {
    return new MatterSearchProjector(documents, indexes, vault, replays);
  }

  @Bean
  ProFormaSearchProjector proFormaSearchProjector(
      SearchDocuments documents, SearchIndexes indexes, PersonalDataVault vault, Replays replays) {
    return new ProFormaSearchProjector(documents, indexes, vault, replays);
  }

  @Bean
  InvoiceSearchProjector invoiceSearchProjector(
      SearchDocuments documents, SearchIndexes indexes, PersonalDataVault vault, Replays replays) {
    return new InvoiceSearchProjector(documents, indexes, vault, replays);
  }
}
