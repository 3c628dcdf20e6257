package za.lexohub.readmodels.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch._types.mapping.DynamicMapping;
import org.opensearch.client.transport.OpenSearchTransport;
import za.lexohub.embedded.TestParts;

class SearchStoreIT {

  private static OpenSearchTransport transport;
  private static OpenSearchClient client;
  private static SearchIndexes indexes;
  private static SearchWriter writer;

  private final String id = UUID.randomUUID().toString();

  @BeforeAll
  static void connect() {
    transport =
        SearchStoreConfiguration.transport(
            SearchStoreSettings.at(URI.create(TestParts.openSearch().url())));
    client = new OpenSearchClient(transport);
    indexes = new SearchIndexes(client);
    writer = new SearchWriter(client);
  }

  @AfterAll
  static void disconnect() throws Exception {
    transport.close();
  }

  @BeforeEach
  void createIndexes() {
    for (SearchIndex index : SearchIndex.values()) {
      indexes.createIfMissing(index);
    }
  }

  @Test
  void indexes_stand_behind_the_aliases_of_the_plan_and_are_strict() throws Exception {
    for (SearchIndex index : SearchIndex.values()) {
      assertThat(indexes.state(index)).isEqualTo(SearchIndexes.State.CURRENT);
      assertThat(client.indices().getAlias(a -> a.name(index.alias())).result().keySet())
          .singleElement()
          .asString()
          .startsWith(index.alias() + "-v3-");
      assertThatThrownBy(
              () ->
                  client.index(
                      i ->
                          i.index(index.alias())
                              .id(id)
                              .document(Map.of("unknown_field", JsonData.of("x")))))
          .isInstanceOf(OpenSearchException.class)
          .hasMessageContaining("strict_dynamic_mapping_exception");
    }
  }

  @Test
  void many_nodes_may_create_an_index_at_once() throws Exception {
    drop(SearchIndex.PRO_FORMAS);
    try (var nodes = Executors.newFixedThreadPool(6)) {
      Callable<Void> create =
          () -> {
            indexes.createIfMissing(SearchIndex.PRO_FORMAS);
            return null;
          };
      for (var created : nodes.invokeAll(IntStream.range(0, 6).mapToObj(i -> create).toList())) {
        created.get();
      }
    }
    assertThat(client.indices().getAlias(a -> a.name("proformas")).result()).hasSize(1);
  }

  @Test
  void a_document_is_the_same_after_repeated_late_and_misplaced_writes() throws Exception {
    var first = matter(0).with(SearchField.TITLE, "Mokoena").with(SearchField.STATUS, "ACTIVE");
    var second = matter(1).with(SearchField.STATUS, "ON_HOLD");
    var third = matter(2).with(SearchField.STATUS, "ACTIVE").with(SearchField.ARCHIVED, true);

    writer.write(List.of(third));
    writer.write(List.of(first, second, first));
    writer.write(List.of(second));

    assertThat(stored())
        .containsEntry("title", "Mokoena")
        .containsEntry("status", "ACTIVE")
        .containsEntry("archived", true)
        .containsEntry("version", 3)
        .containsEntry("last_position", 102);
  }

  @Test
  void a_repeated_write_does_not_touch_the_store() throws Exception {
    var opened = matter(0).with(SearchField.TITLE, "Mokoena");
    writer.write(List.of(opened));
    Long before = client.get(g -> g.index("matters").id(id), Map.class).seqNo();
    writer.write(List.of(opened));

    assertThat(client.get(g -> g.index("matters").id(id), Map.class).seqNo()).isEqualTo(before);
  }

  @Test
  void two_nodes_that_write_one_document_at_once_both_get_their_fields_in() throws Exception {
    try (var nodes = Executors.newFixedThreadPool(3)) {
      List<Callable<Void>> writes =
          List.of(
              writing(matter(0).with(SearchField.TITLE, "Mokoena")),
              writing(matter(1).with(SearchField.STATUS, "ON_HOLD")),
              writing(matter(2).with(SearchField.ARCHIVED, true)));
      for (var written : nodes.invokeAll(writes)) {
        written.get();
      }
    }
    assertThat(stored()).containsKeys("title", "status", "archived").containsEntry("version", 3);
  }

  @Test
  void a_document_refused_for_good_does_not_keep_the_others_out() throws Exception {
    String poison = UUID.randomUUID().toString();
    var refused =
        DocumentChange.of(SearchIndex.MATTERS, poison, "adv-1", 0, 1)
            .with(SearchField.DUE_DATE, LocalDate.of(2026, 5, 1)); // which only invoices have

    assertThatThrownBy(
            () -> writer.write(List.of(refused, matter(0).with(SearchField.TITLE, "Mokoena"))))
        .isInstanceOfSatisfying(
            SearchRejected.class, e -> assertThat(e.reasons()).containsOnlyKeys(poison));
    assertThat(stored()).containsEntry("title", "Mokoena");
  }

  @Test
  void a_deleted_index_is_never_made_anew_by_a_write() throws Exception {
    drop(SearchIndex.MATTERS);

    assertThatThrownBy(() -> writer.write(List.of(matter(0).with(SearchField.TITLE, "Mokoena"))))
        .isInstanceOf(SearchStoreUnavailable.class);
    assertThat(client.indices().exists(e -> e.index("matters")).value()).isFalse();

    indexes.recreate(SearchIndex.MATTERS);
    writer.write(List.of(matter(0).with(SearchField.TITLE, "Mokoena")));
    assertThat(stored()).containsEntry("title", "Mokoena");
  }

  @Test
  void recreating_an_index_empties_it_and_leaves_one_behind_the_alias() throws Exception {
    writer.write(List.of(matter(0).with(SearchField.TITLE, "Mokoena")));
    indexes.recreate(SearchIndex.MATTERS);

    assertThat(client.exists(e -> e.index("matters").id(id)).value()).isFalse();
    assertThat(client.indices().get(g -> g.index("matters-v3-*")).result()).hasSize(1);
  }

  @Test
  void an_index_of_another_mapping_waits_for_its_rebuild() throws Exception {
    drop(SearchIndex.MATTERS);
    client.indices().create(c -> c.index("matters-v1-1").aliases("matters", a -> a));

    assertThat(indexes.state(SearchIndex.MATTERS)).isEqualTo(SearchIndexes.State.OUTDATED);
    assertThatThrownBy(() -> writer.write(List.of(matter(0).with(SearchField.TITLE, "Mokoena"))))
        .isInstanceOf(SearchStoreUnavailable.class)
        .hasMessageContaining("older mapping");

    indexes.recreate(SearchIndex.MATTERS);
    assertThat(indexes.state(SearchIndex.MATTERS)).isEqualTo(SearchIndexes.State.CURRENT);
  }

  @Test
  void what_a_strict_older_mapping_refuses_waits_for_the_rebuild_and_is_not_refused_for_good()
      throws Exception {
    drop(SearchIndex.MATTERS);
    client
        .indices()
        .create(
            c ->
                c.index("matters-v1-1")
                    .aliases("matters", a -> a)
                    .mappings(m -> m.dynamic(DynamicMapping.Strict)));
    var opened = matter(0).with(SearchField.TITLE, "Mokoena");

    assertThatThrownBy(() -> writer.write(List.of(opened)))
        .isInstanceOf(SearchStoreUnavailable.class)
        .hasMessageContaining("older mapping");

    indexes.recreate(SearchIndex.MATTERS);
    writer.write(List.of(opened));
    assertThat(stored()).containsEntry("title", "Mokoena");
  }

  @Test
  void a_store_that_is_down_is_a_failure_that_may_pass() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (var nobody =
        SearchStoreConfiguration.transport(
            SearchStoreSettings.at(URI.create("http://127.0.0.1:" + free)))) {
      SearchWriter lost = new SearchWriter(new OpenSearchClient(nobody));
      assertThatThrownBy(() -> lost.write(List.of(matter(0))))
          .isInstanceOf(SearchStoreUnavailable.class);
      SearchIndexes unseen = new SearchIndexes(new OpenSearchClient(nobody));
      assertThatThrownBy(() -> unseen.createIfMissing(SearchIndex.MATTERS))
          .isInstanceOf(SearchStoreUnavailable.class);
    }
  }

  private static void drop(SearchIndex index) throws Exception {
    for (String name : client.indices().getAlias(a -> a.name(index.alias())).result().keySet()) {
      client.indices().delete(d -> d.index(name));
    }
  }

  private Callable<Void> writing(DocumentChange change) {
    return () -> {
      writer.write(List.of(change));
      return null;
    };
  }

  private DocumentChange matter(long sequence) {
    return DocumentChange.of(SearchIndex.MATTERS, id, "adv-1", sequence, 100 + sequence);
  }

  @SuppressWarnings("unchecked") // the client takes a class, which has no type arguments
  private Map<String, Object> stored() throws Exception {
    return (Map<String, Object>) client.get(g -> g.index("matters").id(id), Map.class).source();
  }
}
