package za.lexohub.query.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.AppliedWait;
import za.lexohub.readmodels.row.TenantScope;
import za.lexohub.readmodels.search.SearchIndexes;
import za.lexohub.readmodels.search.SqlSearch;

/** The questions that the search indexes answer, and PostgreSQL while they cannot. */
@Configuration(proxyBeanMethods = false)
public class SearchQueryConfiguration {

  @Bean
  SearchQueries searchQueries(
      OpenSearchClient client,
      SearchIndexes indexes,
      TenantScope scope,
      AppliedWait applied,
      ObjectProvider<MeterRegistry> meters) {
    return new SearchQueries(
        new TenantSearch(client, indexes),
        new TableSearch(new SqlSearch(scope)),
        new FreshSearch(applied),
        meters.getIfAvailable(CompositeMeterRegistry::new));
  }
}
