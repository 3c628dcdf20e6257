package za.lexohub.query.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch._types.query_dsl.BoolQuery;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import za.lexohub.readmodels.search.SearchField;
import za.lexohub.readmodels.search.SearchIndex;
import za.lexohub.readmodels.search.SearchIndexes;
import za.lexohub.readmodels.search.SearchStoreUnavailable;

/**
 * The only door to the search indexes: every request that goes through it looks at one tenant's
 * documents and no others. Answers with all that there is or not at all.
 */
class TenantSearch {

  /** Well inside the transport's response timeout, so that a slow search ends in the store too. */
  private static final String TIMEOUT = "3s";

  private final OpenSearchClient client;
  private final SearchIndexes indexes;

  TenantSearch(OpenSearchClient client, SearchIndexes indexes) {
    this.client = client;
    this.indexes = indexes;
  }

  /**
   * Asks.
   *
   * @param narrowed adds to the tenant's documents what else has to match
   * @param request adds everything but the query and the indexes
   * @param refresh whether what was written up to now must be found
   */
  SearchResponse<Map<String, Object>> search(
      String tenant,
      Collection<DocumentType> types,
      Consumer<BoolQuery.Builder> narrowed,
      Consumer<SearchRequest.Builder> request,
      boolean refresh) {
    if (tenant.isBlank()) {
      throw new IllegalArgumentException("tenant must not be blank");
    }
    List<SearchIndex> asked = types.stream().map(DocumentType::index).distinct().toList();
    var query = new BoolQuery.Builder();
    narrowed.accept(query);
    query.filter(
        f -> f.term(t -> t.field(SearchField.ADVOCATE_ID.key()).value(v -> v.stringValue(tenant))));

    var search = new SearchRequest.Builder();
    request.accept(search);
    search
        .index(asked.stream().map(SearchIndex::alias).toList())
        .query(query.build().toQuery())
        .timeout(TIMEOUT)
        .allowPartialSearchResults(false)
        // One copy of each shard per tenant: copies score a little differently, pages must not.
        .preference("tenant-" + tenant);
    try {
      if (refresh) {
        indexes.refresh(asked);
      }
      return complete(ask(search.build()));
    } catch (SearchStoreUnavailable | IOException e) {
      throw new SearchUnavailable("The search store does not answer", e);
    } catch (OpenSearchException e) {
      if (e.status() == 400) {
        throw e; // The request itself is wrong, and would be wrong again.
      }
      throw new SearchUnavailable("The search store refuses: " + e.error().type(), e);
    }
  }

  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // the client takes a class, which has no type arguments
  private SearchResponse<Map<String, Object>> ask(SearchRequest request) throws IOException {
    return (SearchResponse) client.search(request, Map.class);
  }

  private static <T> SearchResponse<T> complete(SearchResponse<T> response) {
    if (response.timedOut() || response.shards().failed() > 0) {
      throw new SearchUnavailable("The search store did not come to an end in time");
    }
    return response;
  }
}
