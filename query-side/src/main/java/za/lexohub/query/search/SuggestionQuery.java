package za.lexohub.query.search;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.aggregations.StringTermsBucket;
import org.opensearch.client.opensearch._types.query_dsl.Operator;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;
import za.lexohub.readmodels.search.SearchField;

/**
 * Says how a text may go on: whole names, titles and numbers of the tenant of which the last word
 * typed begins a word, and the others are words. Not the store's completion suggester, which knows
 * no filter and so no tenant.
 */
class SuggestionQuery {

  static final int MAX_LIMIT = 10;

  private static final String ERASED = "[erased]";
  private static final String VALUES = "values";
  private static final String ONE = "one";

  private final TenantSearch tenantSearch;

  SuggestionQuery(TenantSearch tenantSearch) {
    this.tenantSearch = tenantSearch;
  }

  /**
   * Suggests, each text once; the fields take turns, most frequent first.
   *
   * @param types not empty
   * @throws InvalidSearch when text or limit are not what they should be
   * @throws SearchUnavailable when the store does not answer
   */
  List<Suggestion> suggestions(
      String tenant, String typed, Collection<DocumentType> types, int limit, boolean refresh) {
    String text = readable(typed, limit);
    var response =
        tenantSearch.search(
            tenant,
            types,
            query -> {
              for (Suggestion.Field field : Suggestion.Field.values()) {
                query.should(begins(field, text));
              }
              query.minimumShouldMatch("1");
            },
            request -> aggregate(request, text, limit),
            refresh);
    Map<Suggestion.Field, List<Suggestion>> found = new EnumMap<>(Suggestion.Field.class);
    for (Suggestion.Field field : Suggestion.Field.values()) {
      found.put(field, of(field, response.aggregations().get(field.name())));
    }
    return inTurns(found, limit);
  }

  /**
   * What is typed, without blanks around it.
   *
   * @throws InvalidSearch when it or the limit are not what they should be
   */
  static String readable(String typed, int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidSearch("limit", "limit must be 1 to " + MAX_LIMIT);
    }
    return SearchQuestion.readable(typed);
  }

  private static void aggregate(SearchRequest.Builder request, String text, int limit) {
    request.size(0).trackTotalHits(t -> t.enabled(false));
    for (Suggestion.Field field : Suggestion.Field.values()) {
      request.aggregations(
          field.name(),
          a ->
              a.filter(begins(field, text))
                  .aggregations(VALUES, Aggregation.of(v -> values(v, field, limit))));
    }
  }

  private static Aggregation.Builder.ContainerBuilder values(
      Aggregation.Builder aggregation, Suggestion.Field field, int limit) {
    // One more, because what was erased is no suggestion.
    var values = aggregation.terms(t -> t.field(whole(field)).size(limit + 1));
    return isOfOneDocument(field)
        ? values.aggregations(ONE, one -> one.topHits(t -> t.size(1).source(s -> s.fetch(false))))
        : values;
  }

  private static Query begins(Suggestion.Field field, String text) {
    return switch (field) {
      case REFERENCE_NUMBER ->
          Query.of(
              q ->
                  q.prefix(
                      p -> p.field(SearchField.REFERENCE_NUMBER.key() + ".compact").value(text)));
      case CLIENT_NAME -> typing(SearchField.CLIENT_NAME, text);
      case TITLE -> typing(SearchField.TITLE, text);
      case FIRM -> typing(SearchField.FIRM, text);
    };
  }

  private static Query typing(SearchField field, String text) {
    return Query.of(
        q ->
            q.matchBoolPrefix(
                m -> m.field(field.key() + ".typing").query(text).operator(Operator.And)));
  }

  private static String whole(Suggestion.Field field) {
    return switch (field) {
      case REFERENCE_NUMBER -> SearchField.REFERENCE_NUMBER.key();
      case CLIENT_NAME -> SearchField.CLIENT_NAME.key() + ".keyword";
      case TITLE -> SearchField.TITLE.key() + ".keyword";
      case FIRM -> SearchField.FIRM.key() + ".keyword";
    };
  }

  /** A name is of everything that is done for the client or the firm. */
  private static boolean isOfOneDocument(Suggestion.Field field) {
    return field == Suggestion.Field.REFERENCE_NUMBER || field == Suggestion.Field.TITLE;
  }

  private static List<Suggestion> of(Suggestion.Field field, Aggregate matching) {
    Aggregate values = matching.filter().aggregations().get(VALUES);
    if (!values.isSterms()) {
      return List.of(); // with nothing found the store does not know the kind of the terms
    }
    return values.sterms().buckets().array().stream()
        .filter(bucket -> !bucket.key().equals(ERASED))
        .map(bucket -> of(field, bucket))
        .toList();
  }

  private static Suggestion of(Suggestion.Field field, StringTermsBucket bucket) {
    if (!isOfOneDocument(field) || bucket.docCount() > 1) {
      return new Suggestion(bucket.key(), field, null, null);
    }
    var hit = bucket.aggregations().get(ONE).topHits().hits().hits().getFirst();
    return new Suggestion(bucket.key(), field, DocumentType.ofIndex(hit.index()), hit.id());
  }

  private static List<Suggestion> inTurns(
      Map<Suggestion.Field, List<Suggestion>> found, int limit) {
    Map<String, Suggestion> byText = new LinkedHashMap<>();
    for (int turn = 0; turn <= limit; turn++) {
      for (List<Suggestion> ofField : found.values()) {
        if (turn < ofField.size()) {
          byText.putIfAbsent(ofField.get(turn).text(), ofField.get(turn));
        }
      }
    }
    return byText.values().stream().limit(limit).toList();
  }
}
