package za.lexohub.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import za.lexohub.embedded.TestParts;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.search.DocumentChange;
import za.lexohub.readmodels.search.SearchField;
import za.lexohub.readmodels.search.SearchFilters;
import za.lexohub.readmodels.search.SearchIndex;
import za.lexohub.readmodels.search.SearchIndexes;
import za.lexohub.readmodels.search.SearchStoreConfiguration;
import za.lexohub.readmodels.search.SearchStoreSettings;
import za.lexohub.readmodels.search.SearchWriter;

class SearchQueryIT {

  private static final Set<DocumentType> ALL = Set.of();

  private static OpenSearchTransport transport;
  private static OpenSearchClient client;
  private static SearchIndexes indexes;
  private static SearchWriter writer;

  /** Each test has its own tenant, which is also a test of the tenant filter. */
  private final String tenant = "adv-" + UUID.randomUUID();

  private final SearchQuery search = new SearchQuery(new TenantSearch(client, indexes));
  private final FacetQuery facets = new FacetQuery(new TenantSearch(client, indexes));

  @BeforeAll
  static void connect() {
    transport = transport(TestParts.openSearch().url());
    client = new OpenSearchClient(transport);
    indexes = new SearchIndexes(client);
    writer = new SearchWriter(client);
    for (SearchIndex index : SearchIndex.values()) {
      indexes.createIfMissing(index);
    }
  }

  @AfterAll
  static void disconnect() throws Exception {
    transport.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Khumalo", "khumallo", "Khumulo", "KHUMALO", "O'Reilly", "OReilly", "Mohlomi"})
  void finds_a_client_by_a_name_spelt_nearly_right(String typed) {
    String id = matter("Purchase of erf 12", "Nomvula Khumalo-O’Reilly Móhlomi");
    matter("Purchase of erf 13", "Pieter van der Merwe");

    assertThat(ids(find(typed))).containsExactly(id);
  }

  @Test
  void finds_documents_of_all_three_kinds_and_says_which_is_which() {
    String matter = matter("Dlamini v Botha", "Thandi Dlamini");
    String invoice = invoice("Dlamini v Botha", "INV-2026-0001");
    String proForma = UUID.randomUUID().toString();
    write(
        document(SearchIndex.PRO_FORMAS, proForma)
            .with(SearchField.TITLE, "Dlamini v Botha")
            .with(SearchField.PHASE, "SENT"));

    assertThat(find("dlamini").hits())
        .extracting(SearchHit::type, SearchHit::id)
        .containsExactlyInAnyOrder(
            tuple(DocumentType.MATTER, matter),
            tuple(DocumentType.INVOICE, invoice),
            tuple(DocumentType.PRO_FORMA, proForma));
    assertThat(
            search
                .search(
                    tenant, SearchQuestion.of("dlamini", Set.of(DocumentType.INVOICE), 10), true)
                .hits())
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.referenceNumber()).isEqualTo("INV-2026-0001");
              assertThat(hit.status()).isEqualTo("DRAFT");
              assertThat(hit.score()).isPositive();
            });
  }

  @Test
  void never_finds_what_belongs_to_another_tenant() {
    matter("Dlamini v Botha", "Thandi Dlamini");
    String other = "adv-" + UUID.randomUUID();

    assertThat(search.search(other, SearchQuestion.of("dlamini", ALL, 10), true).hits()).isEmpty();
    assertThat(facets.facets(other, FacetQuestion.of(DocumentType.MATTER), true).total()).isZero();
    assertThat(find("dlamini").hits()).hasSize(1);
    assertThatThrownBy(() -> search.search(" ", SearchQuestion.of("dlamini", ALL, 10), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INV-2026-0007", "inv20260007", "INV/2026/0007", "INV-2026-0007 please"})
  void puts_the_exact_reference_first_with_and_without_dashes(String typed) {
    String longer = invoice("Estate", "INV-2026-00071");
    String exact = invoice("Estate", "INV-2026-0007");
    matter("About invoice INV-2026-0007, INV-2026-0007", "INV 2026 0007");

    List<String> found = ids(find(typed));
    assertThat(found).startsWith(exact, longer);
  }

  @Test
  void finds_references_by_how_they_begin() {
    String first = invoice("Estate", "INV-2026-0007");
    String second = invoice("Estate", "INV-2026-0008");
    invoice("Estate", "CN-2026-0001");

    assertThat(ids(find("inv-2026"))).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void counts_a_title_for_more_than_a_description_and_typed_words_for_more_than_similar_ones() {
    // A word weighs what it is rare for in its field: most documents have a description.
    for (int i = 0; i < 20; i++) {
      write(
          document(SearchIndex.MATTERS, UUID.randomUUID().toString())
              .with(SearchField.DESCRIPTION, "Opposed motion"));
    }
    String described = UUID.randomUUID().toString();
    write(
        document(SearchIndex.MATTERS, described)
            .with(SearchField.TITLE, "Something else")
            .with(SearchField.DESCRIPTION, "Botha"));
    String titled = matter("Botha", "Somebody");
    String similar = matter("Bothma", "Somebody");

    assertThat(ids(find("botha"))).startsWith(titled).endsWith(similar).contains(described);
  }

  @Test
  void forgives_a_misspelt_word_but_no_misspelt_number() {
    String right = matter("Mkhize 2026", "Somebody");
    matter("Somebody else 2025", "Somebody");

    assertThat(ids(find("mkhise 2026"))).containsExactly(right);
    assertThat(ids(find("2027"))).isEmpty();
  }

  @Test
  void takes_two_wrong_letters_for_a_slip_in_long_words_only() {
    String nine = matter("Hlatshwayo", "Somebody");
    matter("Naidoo", "Somebody");

    assertThat(ids(find("Hlatswaio"))).containsExactly(nine);
    assertThat(ids(find("Nedoo"))).isEmpty();
  }

  @Test
  void marks_a_misspelt_word_too() {
    matter("Appeal", "Thandi Dlamini");

    assertThat(find("dlamani").hits().get(0).highlights().get("clientName"))
        .containsExactly("Thandi <em>Dlamini</em>");
  }

  @Test
  void marks_what_matches_and_escapes_everything_else() {
    matter("Dlamini <script>alert(1)</script>", "Thandi Dlamini");

    Map<String, List<String>> highlights = find("dlamini").hits().get(0).highlights();
    assertThat(highlights.get("clientName")).containsExactly("Thandi <em>Dlamini</em>");
    assertThat(highlights.get("title"))
        .singleElement()
        .asString()
        .startsWith("<em>Dlamini</em> &lt;script&gt;");
  }

  @Test
  void pages_through_everything_once_while_documents_come_in() {
    for (int i = 0; i < 7; i++) {
      matter("Estate Mokoena", "Somebody");
    }
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      SearchPage page =
          search.search(tenant, SearchQuestion.of("mokoena", ALL, 3).after(cursor), true);
      assertThat(page.hits()).hasSizeLessThanOrEqualTo(3);
      seen.addAll(ids(page));
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void refuses_questions_that_make_no_sense() {
    assertThatThrownBy(() -> search.search(tenant, SearchQuestion.of(" a ", ALL, 10), false))
        .isInstanceOf(InvalidSearch.class);
    assertThatThrownBy(
            () -> search.search(tenant, SearchQuestion.of("a".repeat(201), ALL, 10), false))
        .isInstanceOf(InvalidSearch.class);
    assertThatThrownBy(() -> search.search(tenant, SearchQuestion.of("abc", ALL, 0), false))
        .isInstanceOf(InvalidSearch.class);
    assertThatThrownBy(
            () -> search.search(tenant, SearchQuestion.of("abc", ALL, 10).after("forged"), false))
        .isInstanceOf(InvalidSearch.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "\"(", "a AND (b", "title:[x TO y]", "\\\\", "{\"match_all\":{}}", "💰💰"})
  void takes_every_text_for_words(String odd) {
    matter("Dlamini v Botha", "Thandi Dlamini");

    assertThat(search.search(tenant, SearchQuestion.of(odd + " x", ALL, 10), true).hits())
        .isEmpty();
  }

  @Test
  void counts_by_status_type_bar_and_month_of_johannesburg() {
    // 22:30 UTC on 31 January is already February in Johannesburg.
    count("ACTIVE", "Commercial", "JOHANNESBURG", "2026-01-31T22:30:00Z");
    count("ACTIVE", "Commercial", "CAPE_TOWN", "2026-01-31T21:30:00Z");
    count("CLOSED", "Labour", "JOHANNESBURG", "2026-04-01T08:00:00Z");

    Facets all = facets.facets(tenant, FacetQuestion.of(DocumentType.MATTER), true);
    assertThat(all.total()).isEqualTo(3);
    assertThat(all.byStatus()).containsExactly(Map.entry("ACTIVE", 2L), Map.entry("CLOSED", 1L));
    assertThat(all.byMatterType())
        .containsExactly(Map.entry("Commercial", 2L), Map.entry("Labour", 1L));
    assertThat(all.byBar())
        .containsExactly(Map.entry("JOHANNESBURG", 2L), Map.entry("CAPE_TOWN", 1L));
    assertThat(all.byMonth())
        .containsExactly(
            Map.entry(YearMonth.of(2026, 1), 1L),
            Map.entry(YearMonth.of(2026, 2), 1L),
            Map.entry(YearMonth.of(2026, 3), 0L),
            Map.entry(YearMonth.of(2026, 4), 1L));

    Facets february =
        facets.facets(
            tenant,
            new FacetQuestion(
                DocumentType.MATTER,
                null,
                new SearchFilters(
                    Set.of("ACTIVE"),
                    Set.of(),
                    Set.of("JOHANNESBURG"),
                    null,
                    Range.all(),
                    false,
                    LocalDate.of(2026, 2, 1),
                    LocalDate.of(2026, 2, 28)),
                null,
                true),
            true);
    assertThat(february.total()).isEqualTo(1);
    assertThat(february.byMonth()).containsExactly(Map.entry(YearMonth.of(2026, 2), 1L));
  }

  @Test
  void says_that_it_is_unavailable_when_the_store_is_down() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (OpenSearchTransport nobody = transport("http://127.0.0.1:" + free)) {
      OpenSearchClient lost = new OpenSearchClient(nobody);
      var door = new TenantSearch(lost, new SearchIndexes(lost));
      assertThatThrownBy(
              () -> new SearchQuery(door).search(tenant, SearchQuestion.of("abc", ALL, 10), false))
          .isInstanceOfSatisfying(
              SearchUnavailable.class, e -> assertThat(e.retryAfter()).isPositive());
      assertThatThrownBy(
              () ->
                  new FacetQuery(door).facets(tenant, FacetQuestion.of(DocumentType.MATTER), true))
          .isInstanceOf(SearchUnavailable.class);
    }
  }

  @Test
  void says_that_it_is_unavailable_rather_than_answer_without_a_deleted_index() throws Exception {
    for (String name : client.indices().getAlias(a -> a.name("invoices")).result().keySet()) {
      client.indices().delete(d -> d.index(name));
    }
    try {
      assertThatThrownBy(() -> find("dlamini")).isInstanceOf(SearchUnavailable.class);
      assertThatThrownBy(() -> search.search(tenant, SearchQuestion.of("dlamini", ALL, 10), false))
          .isInstanceOf(SearchUnavailable.class);
    } finally {
      indexes.createIfMissing(SearchIndex.INVOICES);
    }
  }

  private SearchPage find(String text) {
    return search.search(tenant, SearchQuestion.of(text, ALL, 50), true);
  }

  private static List<String> ids(SearchPage page) {
    return page.hits().stream().map(SearchHit::id).toList();
  }

  private String matter(String title, String client) {
    String id = UUID.randomUUID().toString();
    write(
        document(SearchIndex.MATTERS, id)
            .with(SearchField.TITLE, title)
            .with(SearchField.CLIENT_NAME, client));
    return id;
  }

  private String invoice(String title, String number) {
    String id = UUID.randomUUID().toString();
    write(
        document(SearchIndex.INVOICES, id)
            .with(SearchField.TITLE, title)
            .with(SearchField.REFERENCE_NUMBER, number)
            .with(SearchField.LIFECYCLE, "DRAFT"));
    return id;
  }

  private void count(String status, String type, String bar, String createdAt) {
    write(
        document(SearchIndex.MATTERS, UUID.randomUUID().toString())
            .with(SearchField.STATUS, status)
            .with(SearchField.MATTER_TYPE, type)
            .with(SearchField.BAR, bar)
            .with(SearchField.ARCHIVED, false)
            .with(SearchField.CREATED_AT, Instant.parse(createdAt)));
  }

  private DocumentChange document(SearchIndex index, String id) {
    return DocumentChange.of(index, id, tenant, 0, 1);
  }

  private static void write(DocumentChange change) {
    writer.write(List.of(change));
  }

  private static OpenSearchTransport transport(String url) {
    return SearchStoreConfiguration.transport(SearchStoreSettings.at(URI.create(url)));
  }
}
