package za.lexohub.query.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SearchType;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.search.Highlight;
import org.opensearch.client.opensearch.core.search.HighlighterEncoder;
import org.opensearch.client.opensearch.core.search.Hit;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.search.SearchField;
import za.lexohub.readmodels.search.SearchOrder;

/**
 * Finds documents of one tenant by words, misspelt ones too, and by reference number, with or
 * without its dashes.
 *
 * <p>Pages are stable as long as the documents are: each goes on behind the last hit of the one
 * before, so that new documents neither repeat nor skip others, unless the order is that of
 * relevance and they change how relevant those are.
 */
class SearchQuery {

  /** The fields that are highlighted, and the names they have in an answer. */
  private static final Map<SearchField, String> HIGHLIGHTED =
      Map.of(
          SearchField.TITLE, "title",
          SearchField.DESCRIPTION, "description",
          SearchField.CLIENT_NAME, "clientName",
          SearchField.ATTORNEY, "attorney",
          SearchField.FIRM, "firm");

  private static final List<String> SHOWN =
      Stream.of(
              SearchField.TITLE,
              SearchField.CLIENT_NAME,
              SearchField.REFERENCE_NUMBER,
              SearchField.STATUS,
              SearchField.CREATED_AT,
              SearchField.MATTER_ID,
              SearchField.TOTAL_CENTS,
              SearchField.ESTIMATE_CENTS)
          .map(SearchField::key)
          .toList();

  private final TenantSearch tenantSearch;

  SearchQuery(TenantSearch tenantSearch) {
    this.tenantSearch = tenantSearch;
  }

  /**
   * Searches.
   *
   * @param refresh whether everything written up to now must be found; costs a refresh of the index
   * @throws InvalidSearch when the cursor is of another question
   * @throws SearchUnavailable when the store does not answer
   */
  SearchPage search(String tenant, SearchQuestion asked, boolean refresh) {
    String question = SearchCursor.question(SearchCursor.Source.INDEX, tenant, asked);
    List<FieldValue> after = after(asked, question);
    var response =
        tenantSearch.search(
            tenant,
            asked.types(),
            query -> {
              if (asked.text() != null) {
                Relevance.of(query, asked.text());
              }
              Narrowing.by(query, asked.filters());
            },
            request -> page(request, asked, after),
            refresh);
    List<Hit<Map<String, Object>>> found = response.hits().hits();
    List<SearchHit> hits = new ArrayList<>();
    found.stream().limit(asked.limit()).forEach(hit -> hits.add(hit(hit)));
    if (found.size() <= asked.limit()) {
      return new SearchPage(hits, null);
    }
    return new SearchPage(hits, cursor(found.get(asked.limit() - 1), asked, question));
  }

  private static List<FieldValue> after(SearchQuestion asked, String question) {
    if (asked.after() == null) {
      return List.of();
    }
    SearchCursor cursor = SearchCursor.parse(asked.after(), question);
    FieldValue value =
        asked.order() == SearchOrder.RELEVANCE
            ? FieldValue.of(SearchCursor.score(cursor.value()))
            : FieldValue.of(SearchCursor.<Long>read(cursor.value(), Long::valueOf));
    return List.of(value, FieldValue.of(cursor.id()));
  }

  private static String cursor(
      Hit<Map<String, Object>> last, SearchQuestion asked, String question) {
    Number score = last.score();
    String value =
        asked.order() == SearchOrder.RELEVANCE
            ? Double.toString(score == null ? 0 : score.doubleValue())
            : Long.toString(last.sort().getFirst().longValue());
    return new SearchCursor(value, String.valueOf(last.id()), question).toString();
  }

  private static void page(
      SearchRequest.Builder request, SearchQuestion asked, List<FieldValue> after) {
    // One more than asked for tells whether there is another page.
    request.size(asked.limit() + 1);
    if (asked.order() == SearchOrder.RELEVANCE) {
      request
          .trackScores(true)
          // A rare word weighs the same whichever of the indexes it is found in.
          .searchType(SearchType.DfsQueryThenFetch)
          .sort(s -> s.score(o -> o.order(SortOrder.Desc)));
    } else {
      SortOrder direction = asked.order() == SearchOrder.NEWEST ? SortOrder.Desc : SortOrder.Asc;
      request.sort(s -> s.field(f -> f.field(SearchField.CREATED_AT.key()).order(direction)));
    }
    request
        .sort(s -> s.field(f -> f.field(SearchField.ID.key()).order(SortOrder.Asc)))
        .source(s -> s.filter(f -> f.includes(SHOWN)));
    if (asked.text() != null) {
      request.highlight(highlight(asked.text()));
    }
    if (!after.isEmpty()) {
      request.searchAfter(after);
    }
  }

  private static Highlight highlight(String text) {
    // What is found goes into a page: everything but the marks themselves is escaped.
    var highlight =
        new Highlight.Builder()
            .highlightQuery(
                Relevance.marked(
                    text, HIGHLIGHTED.keySet().stream().sorted().map(SearchField::key).toList()))
            .encoder(HighlighterEncoder.Html)
            .preTags("<em>")
            .postTags("</em>");
    HIGHLIGHTED.keySet().stream()
        .sorted()
        .forEach(
            field ->
                highlight.fields(
                    field.key(),
                    f ->
                        field == SearchField.DESCRIPTION
                            ? f.numberOfFragments(2).fragmentSize(150)
                            : f.numberOfFragments(0)));
    return highlight.build();
  }

  private static SearchHit hit(Hit<Map<String, Object>> hit) {
    Map<String, Object> source = hit.source() == null ? Map.of() : hit.source();
    Map<String, List<String>> highlights = new LinkedHashMap<>();
    HIGHLIGHTED.forEach(
        (field, name) -> {
          List<String> places = hit.highlight().get(field.key());
          if (places != null) {
            highlights.put(name, places);
          }
        });
    DocumentType type = DocumentType.ofIndex(hit.index());
    String createdAt = text(source, SearchField.CREATED_AT);
    Number score = hit.score();
    return new SearchHit(
        type,
        String.valueOf(hit.id()),
        text(source, SearchField.TITLE),
        text(source, SearchField.CLIENT_NAME),
        text(source, SearchField.REFERENCE_NUMBER),
        text(source, SearchField.STATUS),
        createdAt == null ? null : Instant.parse(createdAt),
        source.get(type.amount().key()) instanceof Number cents
            ? Money.cents(cents.longValue())
            : null,
        text(source, SearchField.MATTER_ID),
        score == null ? 0 : score.doubleValue(),
        highlights);
  }

  private static @Nullable String text(Map<String, Object> source, SearchField field) {
    return source.get(field.key()) instanceof String value ? value : null;
  }
}
