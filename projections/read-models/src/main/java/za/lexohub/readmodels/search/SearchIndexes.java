package za.lexohub.readmodels.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.ExpandWildcard;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.generic.Requests;

/**
 * The indexes themselves: {@code matters-v3-1} and so on, each behind the alias {@code matters}.
 * Everything is idempotent and may be done by several nodes at once; throws {@link
 * SearchStoreUnavailable} when the store cannot be reached.
 */
public final class SearchIndexes {

  /** What stands behind an alias. */
  public enum State {
    /** Nothing: reads and writes are refused until the index is created or rebuilt. */
    MISSING,
    /** An index of another mapping version: it can be read, and must be rebuilt to be written. */
    OUTDATED,
    CURRENT
  }

  private final OpenSearchClient client;

  public SearchIndexes(OpenSearchClient client) {
    this.client = client;
  }

  public State state(SearchIndex index) {
    Set<String> behind = behind(index);
    if (behind.isEmpty()) {
      return State.MISSING;
    }
    return behind.stream().allMatch(name -> name.startsWith(index.prefix()))
        ? State.CURRENT
        : State.OUTDATED;
  }

  /** Creates the index, empty, unless something stands behind its alias. */
  public void createIfMissing(SearchIndex index) {
    // The name is settled before the look at the alias: of several nodes that do this at once, the
    // late ones either see the alias or try the name that is taken. There is never a second index.
    String name = index.prefix() + (newest(index) + 1);
    if (state(index) != State.MISSING) {
      return;
    }
    putTemplates(index);
    StoreCall.orUnavailable(
        "Creating the index " + name,
        () -> {
          try {
            client.indices().create(c -> c.index(name).aliases(index.alias(), a -> a));
          } catch (OpenSearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
              throw e;
            }
          }
          return name;
        });
  }

  /**
   * Puts an empty index in the place of whatever stands behind the alias, in one step, so that the
   * alias is never without an index.
   */
  public void recreate(SearchIndex index) {
    Set<String> old = behind(index);
    putTemplates(index);
    String name = index.prefix() + (newest(index) + 1);
    StoreCall.orUnavailable(
        "Recreating the index " + index.alias(),
        () -> {
          client.indices().create(c -> c.index(name));
          return client
              .indices()
              .updateAliases(
                  update -> {
                    old.forEach(gone -> update.actions(a -> a.removeIndex(r -> r.index(gone))));
                    return update.actions(a -> a.add(to -> to.index(name).alias(index.alias())));
                  });
        });
  }

  /** Makes everything that was written findable. */
  public void refresh(Collection<SearchIndex> indexes) {
    List<String> aliases = indexes.stream().map(SearchIndex::alias).toList();
    StoreCall.orUnavailable(
        "Refreshing " + aliases, () -> client.indices().refresh(r -> r.index(aliases)));
  }

  private Set<String> behind(SearchIndex index) {
    return StoreCall.orUnavailable(
        "Asking what stands behind " + index.alias(),
        () -> {
          try {
            return client.indices().getAlias(g -> g.name(index.alias())).result().keySet();
          } catch (OpenSearchException e) {
            if (e.status() == 404) {
              return Set.of();
            }
            throw e;
          }
        });
  }

  /** The number of the newest index of this mapping, whether or not it stands behind the alias. */
  private long newest(SearchIndex index) {
    return StoreCall.orUnavailable(
        "Listing the indexes of " + index.alias(),
        () ->
            client
                .indices()
                .get(
                    g ->
                        g.index(index.prefix() + "*")
                            .allowNoIndices(true)
                            .expandWildcards(ExpandWildcard.All))
                .result()
                .keySet()
                .stream()
                .map(name -> name.substring(index.prefix().length()))
                .filter(suffix -> suffix.matches("[0-9]{1,9}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0));
  }

  private void putTemplates(SearchIndex index) {
    String common = "common-v" + SearchIndex.MAPPING_VERSION;
    put("/_component_template/lexohub-search-" + common, common + ".json");
    put(
        "/_index_template/lexohub-" + index.prefix() + "template",
        index.alias() + "-v" + SearchIndex.MAPPING_VERSION + ".json");
  }

  private void put(String endpoint, String resource) {
    StoreCall.orUnavailable(
        "Writing the template " + resource,
        () -> {
          var request =
              Requests.builder().endpoint(endpoint).method("PUT").json(read(resource)).build();
          try (var response = client.generic().execute(request)) {
            if (response.getStatus() >= 300) {
              throw new IOException(
                  response.getStatus()
                      + " "
                      + response.getBody().map(body -> body.bodyAsString()).orElse(""));
            }
          }
          return endpoint;
        });
  }

  private static String read(String resource) {
    try (InputStream in = SearchIndexes.class.getResourceAsStream("/search/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource /search/" + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
