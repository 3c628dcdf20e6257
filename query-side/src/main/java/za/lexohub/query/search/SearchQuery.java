package za.lexohub.query.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SearchType;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.search.Highlight;
import org.opensearch.client.opensearch.core.search.HighlighterEncoder;
import org.opensearch.client.opensearch.core.search.Hit;
import za.lexohub.readmodels.search.SearchField;

/**
 * Finds documents of one tenant by words, misspelt ones too, and by reference number, with or
 * without its dashes.
 *
 * <p>Pages follow the order of relevance. They are stable as long as the documents are: each goes
 * on behind the last hit of the one before, so that new documents neither repeat nor skip others,
 * unless they change how relevant those are.
 */
public class SearchQuery {

  public static final int MIN_LENGTH = 2;
  public static final int MAX_LENGTH = 200;
  public static final int MAX_LIMIT = 100;

  private static final Set<DocumentType> ALL = EnumSet.allOf(DocumentType.class);

  /** The fields that are highlighted, and the names they have in an answer. */
  private static final Map<SearchField, String> HIGHLIGHTED =
      Map.of(
          SearchField.TITLE, "title",
          SearchField.DESCRIPTION, "description",
          SearchField.CLIENT_NAME, "clientName",
          SearchField.ATTORNEY, "attorney",
          SearchField.FIRM, "firm");

  private final TenantSearch tenantSearch;

  SearchQuery(TenantSearch tenantSearch) {
    this.tenantSearch = tenantSearch;
  }

  /**
   * What is searched for, without blanks around it.
   *
   * @throws InvalidSearch when it is too short or too long
   */
  public static String readable(String q) {
    String text = q.strip();
    if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
      throw new InvalidSearch(
          "q", "q must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
    }
    return text;
  }

  /**
   * Searches.
   *
   * @param types when empty, all
   * @param cursor of the page before, absent for the first
   * @param refresh whether everything written up to now must be found; costs a refresh of the index
   * @throws InvalidSearch when text, limit or cursor are not what they should be
   * @throws SearchUnavailable when the store does not answer
   */
  public SearchPage search(
      String tenant,
      String q,
      Collection<DocumentType> types,
      int limit,
      @Nullable String cursor,
      boolean refresh) {
    String text = readable(q);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidSearch("limit", "limit must be 1 to " + MAX_LIMIT);
    }
    Collection<DocumentType> asked = types.isEmpty() ? ALL : types;
    String question = SearchCursor.question(tenant, text, asked);
    SearchCursor after = cursor == null ? null : SearchCursor.parse(cursor, question);

    var response =
        tenantSearch.search(
            tenant,
            asked,
            query -> Relevance.of(query, text),
            // One more than asked for tells whether there is another page.
            request -> page(request, limit + 1, after),
            refresh);
    List<Hit<Map<String, Object>>> found = response.hits().hits();
    List<SearchHit> hits = new ArrayList<>();
    found.stream().limit(limit).forEach(hit -> hits.add(hit(hit)));
    if (found.size() <= limit) {
      return new SearchPage(hits, null);
    }
    SearchHit last = hits.get(limit - 1);
    return new SearchPage(hits, new SearchCursor(last.score(), last.id(), question).toString());
  }

  private static void page(SearchRequest.Builder request, int size, @Nullable SearchCursor after) {
    request
        .size(size)
        .trackScores(true)
        // A rare word weighs the same whichever of the indexes it is found in.
        .searchType(SearchType.DfsQueryThenFetch)
        .sort(s -> s.score(o -> o.order(SortOrder.Desc)))
        .sort(s -> s.field(f -> f.field(SearchField.ID.key()).order(SortOrder.Asc)))
        .source(
            s ->
                s.filter(
                    f ->
                        f.includes(
                            SearchField.TITLE.key(),
                            SearchField.CLIENT_NAME.key(),
                            SearchField.REFERENCE_NUMBER.key(),
                            SearchField.STATUS.key(),
                            SearchField.CREATED_AT.key())))
        .highlight(highlight());
    if (after != null) {
      request.searchAfter(FieldValue.of(after.score()), FieldValue.of(after.id()));
    }
  }

  private static Highlight highlight() {
    // What is found goes into a page: everything but the marks themselves is escaped.
    var highlight =
        new Highlight.Builder().encoder(HighlighterEncoder.Html).preTags("<em>").postTags("</em>");
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
    String createdAt = text(source, SearchField.CREATED_AT);
    Number score = hit.score();
    return new SearchHit(
        DocumentType.ofIndex(hit.index()),
        String.valueOf(hit.id()),
        text(source, SearchField.TITLE),
        text(source, SearchField.CLIENT_NAME),
        text(source, SearchField.REFERENCE_NUMBER),
        text(source, SearchField.STATUS),
        createdAt == null ? null : Instant.parse(createdAt),
        score == null ? 0 : score.doubleValue(),
        highlights);
  }

  private static @Nullable String text(Map<String, Object> source, SearchField field) {
    return source.get(field.key()) instanceof String value ? value : null;
  }
}
