package za.lexohub.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.KnownPositions;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.TestStores;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.search.SearchFilters;
import za.lexohub.readmodels.search.SearchIndexes;
import za.lexohub.readmodels.search.SearchOrder;
import za.lexohub.readmodels.search.SearchStoreConfiguration;
import za.lexohub.readmodels.search.SearchStoreSettings;
import za.lexohub.readmodels.search.SqlSearch;

/** The search store is away, PostgreSQL is not. */
class FallbackIT {

  private static final Consistency NONE = Consistency.NONE;

  private static TestStores stores;
  private static OpenSearchTransport nobody;

  private final String tenant = "adv-" + UUID.randomUUID();
  private final KnownPositions positions = new KnownPositions();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SearchQueries search = search();

  @BeforeAll
  static void open() {
    stores = TestStores.open();
    // Port 1 is nobody's: what connects is refused at once.
    nobody =
        SearchStoreConfiguration.transport(
            SearchStoreSettings.at(URI.create("http://127.0.0.1:1")));
  }

  @AfterAll
  static void close() throws Exception {
    nobody.close();
    stores.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Böhmer",
        "bohmer",
        "BOHM",
        "OReilly",
        "o’reilly",
        "roads",
        "JHB/2026/001",
        "jhb2026001",
        "JHB-2026",
        "Chloe about roads"
      })
  void a_row_is_found_by_how_its_words_and_numbers_begin(String typed) {
    UUID id = matter("JHB/2026/001", "Roads about Böhmer", "Chloë Böhmer-O'Reilly");
    matter("JHB/2025/777", "Estate Naidoo", "Sipho Naidoo");

    SearchAnswer answer = find(typed);

    assertThat(ids(answer.page())).containsExactly(id.toString());
    assertThat(answer.degraded()).isTrue();
  }

  @Test
  void a_description_and_a_kind_of_matter_are_words_too() {
    UUID one = matter("JHB/2026/001", "Roads", "Thandi Dlamini");
    UUID other = matter("JHB/2025/777", "Estate", "Sipho Naidoo");

    assertThat(ids(find("litigation about an acquisition").page())).isEmpty();
    assertThat(ids(find("litigation acquis").page()))
        .containsExactlyInAnyOrder(one.toString(), other.toString());
  }

  @Test
  void what_is_found_says_as_much_as_the_index_does() {
    UUID matter = UUID.randomUUID();
    UUID invoice = invoice("INV-2026-0007", matter);

    assertThat(find("inv20260007").page().hits())
        .extracting(
            SearchHit::type,
            SearchHit::id,
            SearchHit::referenceNumber,
            SearchHit::clientName,
            SearchHit::status,
            SearchHit::amount,
            SearchHit::matterId)
        .containsExactly(
            tuple(
                DocumentType.INVOICE,
                invoice.toString(),
                "INV-2026-0007",
                "Sipho Naidoo",
                "DRAFT",
                Money.cents(3_162_500),
                matter.toString()));
  }

  @Test
  void a_title_counts_for_more_than_a_name_and_a_number_for_more_than_both() {
    UUID named = matter("JHB/2026/001", "Estate", "Botha 777");
    UUID titled = matter("JHB/2026/002", "Botha 777 estate", "Somebody");
    UUID numbered = matter("Botha-777", "Estate", "Somebody");

    assertThat(ids(find("botha777").page())).containsExactly(numbered.toString());
    assertThat(ids(find("botha").page()))
        .containsExactly(numbered.toString(), titled.toString(), named.toString());
  }

  @Test
  void nobody_finds_what_belongs_to_another_tenant() {
    matter("JHB/2026/001", "Dlamini v Roads", "Thandi Dlamini");

    assertThat(
            search
                .search(
                    "adv-" + UUID.randomUUID(), SearchQuestion.of("dlamini", Set.of(), 10), NONE)
                .page()
                .hits())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SearchOrder.class)
  void pages_go_through_everything_once(SearchOrder order) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(matter("JHB/2026/00" + i, "Estate Mokoena", "Somebody").toString());
    }
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      SearchQuestion asked =
          new SearchQuestion("mokoena", Set.of(), SearchFilters.NONE, order, 3, cursor);
      SearchPage page = search.search(tenant, asked, NONE).page();
      assertThat(page.hits()).hasSizeLessThanOrEqualTo(3);
      seen.addAll(ids(page));
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void filters_hold_here_too() {
    matter("JHB/2026/001", "Dlamini v Roads", "Thandi Dlamini");
    UUID invoice = invoice("INV-2026-0007", UUID.randomUUID());

    assertThat(filtered(Range.between(3_000_000L, 4_000_000L), Set.of("DRAFT"), null))
        .containsExactly(invoice.toString());
    assertThat(filtered(Range.between(4_000_000L, 5_000_000L), Set.of(), null)).isEmpty();
    assertThat(filtered(Range.all(), Set.of("PAID"), null)).isEmpty();
    assertThat(filtered(Range.all(), Set.of(), "Sipho Naidoo")).containsExactly(invoice.toString());
  }

  @Test
  void a_page_of_the_index_is_not_gone_on_with() {
    SearchQuestion asked = SearchQuestion.of("mokoena", Set.of(), 3);
    String ofTheIndex =
        new SearchCursor(
                "1.5",
                UUID.randomUUID().toString(),
                SearchCursor.question(SearchCursor.Source.INDEX, tenant, asked))
            .toString();

    assertThatThrownBy(() -> search.search(tenant, asked.after(ofTheIndex), NONE))
        .isInstanceOfSatisfying(
            InvalidSearch.class, e -> assertThat(e.parameter()).isEqualTo("cursor"));
  }

  @Test
  void an_index_that_is_behind_is_answered_for_by_tables_that_are_not() {
    UUID id = matter("JHB/2026/001", "Dlamini v Roads", "Thandi Dlamini");
    positions.recorded = 5;
    positions.applied.put("matters", 5L);
    positions.applied.put("matter-search", 3L);
    SearchQuestion asked = SearchQuestion.of("dlamini", Set.of(DocumentType.MATTER), 10);
    Consistency known = Consistency.through(5, Duration.ZERO);

    SearchAnswer answer = search.search(tenant, asked, known);
    assertThat(ids(answer.page())).containsExactly(id.toString());
    assertThat(answer.position()).isEqualTo(5);

    positions.applied.put("matters", 4L);
    assertThatThrownBy(() -> search.search(tenant, asked, known))
        .isInstanceOfSatisfying(
            NotYetConsistent.class, late -> assertThat(late.group()).isEqualTo("matter-search"));
  }

  @Test
  void how_often_it_happens_is_counted() {
    find("mokoena");
    find("mokoena");

    assertThat(meters.counter("lexohub.search.requests", "outcome", "degraded").count())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"(", "a & (b", "!x | <->", "\\\\", "':*", "💰💰", "\uFFFF", "%_"})
  void every_text_is_words(String odd) {
    matter("JHB/2026/001", "Dlamini v Roads", "Thandi Dlamini");

    assertThat(find(odd + " zz").page().hits()).isEmpty();
  }

  private SearchQueries search() {
    OpenSearchClient client = new OpenSearchClient(nobody);
    return new SearchQueries(
        new TenantSearch(client, new SearchIndexes(client)),
        new TableSearch(new SqlSearch(stores.scope)),
        new FreshSearch(new AppliedWait(positions)),
        meters);
  }

  private SearchAnswer find(String typed) {
    return search.search(tenant, SearchQuestion.of(typed, Set.of(), 10), NONE);
  }

  private List<String> filtered(Range<Long> amount, Set<String> statuses, @Nullable String client) {
    SearchFilters filters =
        new SearchFilters(
            statuses,
            Set.of("Commercial litigation"),
            Set.of("JOHANNESBURG"),
            client,
            amount,
            null,
            LocalDate.of(2026, 3, 2),
            LocalDate.of(2026, 3, 2));
    SearchQuestion asked =
        new SearchQuestion(
            null, Set.of(DocumentType.INVOICE), filters, SearchOrder.RELEVANCE, 10, null);
    return ids(search.search(tenant, asked, NONE).page());
  }

  private static List<String> ids(SearchPage page) {
    return page.hits().stream().map(SearchHit::id).toList();
  }

  private UUID matter(String reference, String title, String client) {
    return insert(
        "matters",
        Map.of(
            "reference",
            reference,
            "status",
            "ACTIVE",
            "title",
            title,
            "description",
            "The acquisition",
            "vat_exempt",
            false,
            "opened_on",
            LocalDate.of(2026, 3, 2)),
        client);
  }

  private UUID invoice(String number, UUID matter) {
    return insert(
        "invoices",
        Map.ofEntries(
            Map.entry("invoice_number", number),
            Map.entry("lifecycle", "DRAFT"),
            Map.entry("source", "PRO_FORMA"),
            Map.entry("round", 1),
            Map.entry("matter_id", matter),
            Map.entry("invoice_type", "FINAL"),
            Map.entry("title", "Estate"),
            Map.entry("supplier", json("{}")),
            Map.entry("lines", json("[]")),
            Map.entry("totals", json("{}")),
            Map.entry("total", 3_162_500L),
            Map.entry("term_policy", "JHB_60"),
            Map.entry("term_days", 60),
            Map.entry("invoice_date", LocalDate.of(2026, 3, 2)),
            Map.entry("due_date", LocalDate.of(2026, 5, 1))),
        "Sipho Naidoo");
  }

  private UUID insert(String table, Map<String, Object> values, String client) {
    UUID id = UUID.randomUUID();
    List<String> columns = new ArrayList<>(values.keySet());
    List<Object> all = new ArrayList<>();
    columns.forEach(column -> all.add(values.get(column)));
    String marks = String.join(", ", columns.stream().map(c -> isJson(values.get(c))).toList());
    all.addAll(0, List.of(tenant, id));
    all.add("{\"name\": \"" + client + "\"}");
    String sql =
        "insert into "
            + table
            + " (tenant_id, id, version, created_at, updated_at, matter_type, bar, "
            + String.join(", ", columns)
            + ", client, attorney) values (?, ?, 1, '2026-03-02T10:00:00Z', now(),"
            + " 'Commercial litigation', 'JOHANNESBURG', "
            + marks
            + ", cast(? as jsonb), '{}')";
    stores.scope.write(tenant, jdbc -> jdbc.sql(sql).params(plain(all)).update());
    return id;
  }

  private record Json(String text) {}

  private static Json json(String text) {
    return new Json(text);
  }

  private static String isJson(Object value) {
    return value instanceof Json ? "cast(? as jsonb)" : "?";
  }

  private static List<Object> plain(List<Object> values) {
    return values.stream().map(v -> v instanceof Json json ? json.text() : v).toList();
  }
}
