package za.lexohub.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.search.SearchField;
import za.lexohub.readmodels.search.SearchFilters;
import za.lexohub.readmodels.search.SearchIndex;
import za.lexohub.readmodels.search.SearchOrder;

/** One matter and three invoices, narrowed, counted and summed. */
class FiltersIT {

  private static Documents documents;

  private final Documents.Books books = documents.books();
  private final FacetQuery facets = new FacetQuery(documents.door());
  private String matter;
  private String small;
  private String open;
  private String large;

  @BeforeAll
  static void connect() {
    documents = Documents.open();
  }

  @AfterAll
  static void disconnect() {
    documents.close();
  }

  @BeforeEach
  void write() {
    matter =
        books.matter(
            m ->
                m.with(SearchField.TITLE, "Naidoo v Roads")
                    .with(SearchField.CLIENT_NAME, "Sipho Naidoo")
                    .with(SearchField.ESTIMATE_CENTS, 6_000_000)
                    .with(SearchField.CREATED_AT, Instant.parse("2026-01-10T08:00:00Z")));
    small = invoice("Sipho Naidoo", 900_000, 900_000, "2026-01-31T21:30:00Z");
    // Already February in Johannesburg.
    open = invoice("Sipho Naidoo", 1_000_000, 400_000, "2026-01-31T22:30:00Z");
    large = invoice("Thandi Dlamini", 60_000_000, 0, "2026-03-02T08:00:00Z");
  }

  @Test
  void filters_find_without_words_newest_first() {
    assertThat(found(null, client("Sipho Naidoo"), SearchOrder.RELEVANCE))
        .containsExactly(open, small, matter);
    assertThat(found(null, client("Sipho Naidoo"), SearchOrder.OLDEST))
        .containsExactly(matter, small, open);
  }

  @Test
  void an_amount_is_the_estimate_of_a_matter_and_the_total_of_anything_else() {
    assertThat(found("naidoo", amount(new Range<>(1_000_000L, null, null, 6_000_001L))))
        .containsExactlyInAnyOrder(open, matter);
    assertThat(found("naidoo", amount(new Range<>(null, 1_000_000L, 6_000_000L, null))))
        .containsExactly(matter);
  }

  @Test
  void a_hit_says_how_much_it_is_about_and_which_matter_it_belongs_to() {
    var hits =
        books.search.search(books.tenant, SearchQuestion.of("naidoo", Set.of(), 10), true).hits();

    assertThat(hits)
        .extracting(SearchHit::id, SearchHit::amount, SearchHit::matterId)
        .contains(
            tuple(matter, Money.cents(6_000_000), null),
            tuple(small, Money.cents(900_000), "matter-7"));
  }

  @Test
  void pages_by_date_go_through_everything_once_even_what_has_none() {
    String undated = books.matter(m -> m.with(SearchField.TITLE, "Naidoo v Nobody"));
    for (SearchOrder order : List.of(SearchOrder.NEWEST, SearchOrder.OLDEST)) {
      List<String> seen = new ArrayList<>();
      String cursor = null;
      do {
        SearchPage page =
            books.search.search(
                books.tenant,
                new SearchQuestion("naidoo", Set.of(), SearchFilters.NONE, order, 1, cursor),
                true);
        page.hits().forEach(hit -> seen.add(hit.id()));
        cursor = page.nextCursor();
      } while (cursor != null);

      assertThat(seen).hasSize(4).contains(matter, small, open).endsWith(undated);
    }
  }

  @Test
  void facets_count_by_client_and_by_bands_with_their_sums() {
    Facets all = facets(null, null, true);

    assertThat(all.byClient())
        .containsExactly(
            new Facets.ClientCount("Sipho Naidoo", 2), new Facets.ClientCount("Thandi Dlamini", 1));
    assertThat(all.byAmount())
        .extracting(Facets.AmountBand::from, Facets.AmountBand::to, Facets.AmountBand::count)
        .containsExactly(
            tuple(Money.cents(0), Money.cents(1_000_000), 1L),
            tuple(Money.cents(1_000_000), Money.cents(5_000_000), 1L),
            tuple(Money.cents(5_000_000), Money.cents(10_000_000), 0L),
            tuple(Money.cents(10_000_000), Money.cents(50_000_000), 0L),
            tuple(Money.cents(50_000_000), null, 1L));
    assertThat(all.byAmount().getLast().sum()).isEqualTo(Money.cents(60_000_000));
    assertThat(all.histogram()).isEmpty();
    assertThat(facets(null, null, false).byClient()).isEmpty();
  }

  @Test
  void facets_of_words_count_what_the_search_finds() {
    assertThat(facets("naidoo", null, true).total()).isEqualTo(2);
    assertThat(facets("INV-900000", null, true).total()).isEqualTo(1);
  }

  @Test
  void a_histogram_has_no_holes_and_sums_what_is_in_it() {
    assertThat(facets(null, FacetQuestion.Interval.MONTH, true).histogram())
        .containsExactly(
            bar("2026-01-01", 1, 900_000, 900_000),
            bar("2026-02-01", 1, 1_000_000, 400_000),
            bar("2026-03-01", 1, 60_000_000, 0));
    assertThat(facets(null, FacetQuestion.Interval.YEAR, true).histogram())
        .containsExactly(bar("2026-01-01", 3, 61_900_000, 1_300_000));
    SearchFilters month = between(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 1));
    FacetQuestion daily =
        new FacetQuestion(DocumentType.INVOICE, null, month, FacetQuestion.Interval.DAY, true);
    assertThat(facets.facets(books.tenant, daily, true).histogram())
        .containsExactly(
            bar("2026-01-31", 1, 900_000, 900_000), bar("2026-02-01", 1, 1_000_000, 400_000));
  }

  @Test
  void a_histogram_with_too_many_bars_is_refused() {
    for (SearchFilters wide :
        List.of(SearchFilters.NONE, between(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1)))) {
      assertThatThrownBy(
              () ->
                  new FacetQuestion(
                      DocumentType.INVOICE, null, wide, FacetQuestion.Interval.DAY, true))
          .isInstanceOfSatisfying(
              InvalidSearch.class, e -> assertThat(e.parameter()).isEqualTo("interval"));
    }
  }

  @Test
  void neither_words_nor_filters_is_no_question_and_a_range_does_not_end_before_it_begins() {
    assertThatThrownBy(() -> found(null, SearchFilters.NONE)).isInstanceOf(InvalidSearch.class);
    assertThatThrownBy(() -> found(null, amount(Range.between(2L, 1L))))
        .isInstanceOf(InvalidSearch.class);
    assertThatThrownBy(
            () -> found(null, between(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 1))))
        .isInstanceOf(InvalidSearch.class);
  }

  private List<String> found(@Nullable String text, SearchFilters filters) {
    return found(text, filters, SearchOrder.RELEVANCE);
  }

  private List<String> found(@Nullable String text, SearchFilters filters, SearchOrder order) {
    SearchQuestion asked = new SearchQuestion(text, Set.of(), filters, order, 10, null);
    return books.search.search(books.tenant, asked, true).hits().stream()
        .map(SearchHit::id)
        .toList();
  }

  private Facets facets(
      @Nullable String text, FacetQuestion.@Nullable Interval interval, boolean naming) {
    return facets.facets(
        books.tenant,
        new FacetQuestion(DocumentType.INVOICE, text, SearchFilters.NONE, interval, naming),
        true);
  }

  private String invoice(String client, long total, long balance, String createdAt) {
    return books.document(
        SearchIndex.INVOICES,
        i ->
            i.with(SearchField.CLIENT_NAME, client)
                .with(SearchField.REFERENCE_NUMBER, "INV-" + total)
                .with(SearchField.MATTER_ID, "matter-7")
                .with(SearchField.LIFECYCLE, "ISSUED")
                .with(SearchField.TOTAL_CENTS, total)
                .with(SearchField.BALANCE_CENTS, balance)
                .with(SearchField.CREATED_AT, Instant.parse(createdAt)));
  }

  private static Facets.Bar bar(String from, long count, long total, long balance) {
    return new Facets.Bar(LocalDate.parse(from), count, Money.cents(total), Money.cents(balance));
  }

  private static SearchFilters client(String name) {
    return new SearchFilters(Set.of(), Set.of(), Set.of(), name, Range.all(), null, null, null);
  }

  private static SearchFilters amount(Range<Long> range) {
    return new SearchFilters(Set.of(), Set.of(), Set.of(), null, range, null, null, null);
  }

  private static SearchFilters between(LocalDate from, LocalDate to) {
    return new SearchFilters(Set.of(), Set.of(), Set.of(), null, Range.all(), null, from, to);
  }
}
