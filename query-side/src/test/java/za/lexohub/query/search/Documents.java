package za.lexohub.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import za.lexohub.embedded.TestParts;
import za.lexohub.readmodels.search.DocumentChange;
import za.lexohub.readmodels.search.SearchIndex;
import za.lexohub.readmodels.search.SearchIndexes;
import za.lexohub.readmodels.search.SearchStoreConfiguration;
import za.lexohub.readmodels.search.SearchStoreSettings;
import za.lexohub.readmodels.search.SearchWriter;

/** A real OpenSearch with its three indexes, and what tests put into it. */
final class Documents implements AutoCloseable {

  private final OpenSearchTransport transport =
      SearchStoreConfiguration.transport(
          SearchStoreSettings.at(URI.create(TestParts.openSearch().url())));
  final OpenSearchClient client = new OpenSearchClient(transport);
  final SearchIndexes indexes = new SearchIndexes(client);
  private final SearchWriter writer = new SearchWriter(client);

  static Documents open() {
    Documents documents = new Documents();
    for (SearchIndex index : SearchIndex.values()) {
      documents.indexes.createIfMissing(index);
    }
    return documents;
  }

  /** Of a tenant of its own. */
  Books books() {
    return new Books("adv-" + UUID.randomUUID());
  }

  TenantSearch door() {
    return new TenantSearch(client, indexes);
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents of one tenant. */
  final class Books {
    final String tenant;
    final SearchQuery search = new SearchQuery(door());

    Books(String tenant) {
      this.tenant = tenant;
    }

    String matter(UnaryOperator<DocumentChange> saying) {
      return document(SearchIndex.MATTERS, saying);
    }

    String document(SearchIndex index, UnaryOperator<DocumentChange> saying) {
      String id = UUID.randomUUID().toString();
      writer.write(List.of(saying.apply(DocumentChange.of(index, id, tenant, 0, 1))));
      return id;
    }

    List<String> ids(String typed) {
      return search.search(tenant, SearchQuestion.of(typed, Set.of(), 50), true).hits().stream()
          .map(SearchHit::id)
          .toList();
    }
  }
}
