package za.lexohub.query.search;

import org.opensearch.client.opensearch.OpenSearchClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.readmodels.search.SearchIndexes;

/** The questions that the search indexes answer. */
@Configuration(proxyBeanMethods = false)
public class SearchQueryConfiguration {

  @Bean
  SearchQuery searchQuery(OpenSearchClient client, SearchIndexes indexes) {
    return new SearchQuery(new TenantSearch(client, indexes));
  }

  @Bean
  FacetQuery facetQuery(OpenSearchClient client, SearchIndexes indexes) {
    return new FacetQuery(new TenantSearch(client, indexes));
  }
}
