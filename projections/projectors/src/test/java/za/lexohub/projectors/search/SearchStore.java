package za.lexohub.projectors.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import za.lexohub.embedded.TestParts;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.readmodels.search.SearchIndex;
import za.lexohub.readmodels.search.SearchIndexes;
import za.lexohub.readmodels.search.SearchStoreConfiguration;
import za.lexohub.readmodels.search.SearchStoreSettings;
import za.lexohub.readmodels.search.SearchWriter;

/** A real OpenSearch with its three indexes, and a way to tell a projector its events. */
class SearchStore implements AutoCloseable {

  private final OpenSearchTransport transport =
      SearchStoreConfiguration.transport(
          SearchStoreSettings.at(URI.create(TestParts.openSearch().url())));
  final OpenSearchClient client = new OpenSearchClient(transport);
  final SearchIndexes indexes = new SearchIndexes(client);

  /** The groups that began anew. */
  final Set<String> forgotten = ConcurrentHashMap.newKeySet();

  final Emptied emptied = new Emptied(indexes, forgotten::add);
  final SearchDocuments documents = new SearchDocuments(new SearchWriter(client));

  SearchStore() {
    for (SearchIndex index : SearchIndex.values()) {
      indexes.createIfMissing(index);
    }
  }

  /**
   * Tells the events in order, then all again in several other orders with events missing and
   * repeated, each time beginning with nothing; fails unless the document is the same each time.
   */
  Map<String, Object> toldInEveryWay(
      SearchIndex index, String id, Story story, Object projector, DomainEvent... events)
      throws Exception {
    var adapter = new AnnotationEventHandlerAdapter(projector);
    List<DomainEventMessage<?>> inOrder = messages(id, story, events);
    for (var message : inOrder) {
      adapter.handle(message);
    }
    Map<String, Object> expected = document(index, id);
    for (var message : inOrder) {
      adapter.handle(message);
    }
    same(expected, document(index, id));
    Random random = new Random(events.length);
    for (int round = 0; round < 3; round++) {
      client.delete(d -> d.index(index.alias()).id(id));
      List<DomainEventMessage<?>> jumbled = new ArrayList<>(inOrder);
      jumbled.addAll(inOrder.subList(0, inOrder.size() / 2));
      Collections.shuffle(jumbled, random);
      for (var message : jumbled) {
        adapter.handle(message);
      }
      same(expected, document(index, id));
    }
    return expected;
  }

  private static void same(Map<String, Object> expected, Map<String, Object> actual) {
    assertThat(actual).isEqualTo(expected);
  }

  static List<DomainEventMessage<?>> messages(String id, Story story, DomainEvent... events) {
    return IntStream.range(0, events.length)
        .<DomainEventMessage<?>>mapToObj(i -> message(id, story, i, events[i]))
        .toList();
  }

  static DomainEventMessage<?> message(String id, Story story, long sequence, DomainEvent event) {
    return new GenericDomainEventMessage<>(
        "Aggregate",
        id,
        sequence,
        event,
        MetaData.with(MetadataKeys.TENANT, story.tenant.value()),
        UUID.randomUUID().toString(),
        Story.BEGAN.plusSeconds(sequence));
  }

  @Nullable Map<String, Object> found(SearchIndex index, String id) {
    try {
      @SuppressWarnings("unchecked") // the client takes a class, which has no type arguments
      Map<String, Object> source =
          (Map<String, Object>) client.get(g -> g.index(index.alias()).id(id), Map.class).source();
      return source;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, Object> document(SearchIndex index, String id) {
    Map<String, Object> found = found(index, id);
    if (found == null) {
      throw new AssertionError("no document " + id);
    }
    return found;
  }

  /** As somebody would who deletes it by hand. */
  void delete(SearchIndex index) throws IOException {
    for (String name : client.indices().getAlias(a -> a.name(index.alias())).result().keySet()) {
      client.indices().delete(d -> d.index(name));
    }
  }

  @Override
  public void close() throws IOException {
    transport.close();
  }
}
