package za.lexohub.query.search;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.BoolQuery;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.search.SearchField;
import za.lexohub.readmodels.search.SearchFilters;

/** Filters as the search store takes them. */
final class Narrowing {

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /**
   * @throws InvalidSearch when a range ends before it begins
   */
  static void requireSensible(SearchFilters filters) {
    LocalDate from = filters.from();
    LocalDate to = filters.to();
    if (from != null && to != null && from.isAfter(to)) {
      throw new InvalidSearch("from", "from must not be after to");
    }
    Long least = first(filters.amount().gte(), filters.amount().gt());
    Long most = first(filters.amount().lte(), filters.amount().lt());
    if (least != null && most != null && least > most) {
      throw new InvalidSearch("amount[gte]", "the amount must not begin after it ends");
    }
  }

  static void by(BoolQuery.Builder query, SearchFilters filters) {
    anyOf(query, SearchField.STATUS, filters.statuses());
    anyOf(query, SearchField.MATTER_TYPE, filters.matterTypes());
    anyOf(query, SearchField.BAR, filters.bars());
    String client = filters.client();
    if (client != null) {
      query.filter(
          f ->
              f.term(
                  t ->
                      t.field(SearchField.CLIENT_NAME.key() + ".keyword")
                          .value(v -> v.stringValue(client))));
    }
    if (!filters.amount().equals(Range.all())) {
      // No index has both fields.
      query.filter(
          f ->
              f.bool(
                  b ->
                      b.should(amount(SearchField.TOTAL_CENTS, filters.amount()))
                          .should(amount(SearchField.ESTIMATE_CENTS, filters.amount()))
                          .minimumShouldMatch("1")));
    }
    Boolean archived = filters.archived();
    if (archived != null) {
      query.filter(
          f ->
              f.term(
                  t -> t.field(SearchField.ARCHIVED.key()).value(v -> v.booleanValue(archived))));
    }
    ZonedDateTime begins = filters.begins();
    if (begins != null) {
      query.filter(f -> f.range(r -> r.field(SearchField.CREATED_AT.key()).gte(moment(begins))));
    }
    ZonedDateTime ends = filters.ends();
    if (ends != null) {
      query.filter(f -> f.range(r -> r.field(SearchField.CREATED_AT.key()).lt(moment(ends))));
    }
  }

  private static void anyOf(BoolQuery.Builder query, SearchField field, Set<String> values) {
    if (!values.isEmpty()) {
      List<FieldValue> wanted = values.stream().map(FieldValue::of).toList();
      query.filter(f -> f.terms(t -> t.field(field.key()).terms(v -> v.value(wanted))));
    }
  }

  private static Query amount(SearchField field, Range<Long> range) {
    return Query.of(
        q ->
            q.range(
                r -> {
                  r.field(field.key());
                  if (range.gte() != null) {
                    r.gte(JsonData.of(range.gte()));
                  }
                  if (range.gt() != null) {
                    r.gt(JsonData.of(range.gt()));
                  }
                  if (range.lte() != null) {
                    r.lte(JsonData.of(range.lte()));
                  }
                  if (range.lt() != null) {
                    r.lt(JsonData.of(range.lt()));
                  }
                  return r;
                }));
  }

  private static JsonData moment(ZonedDateTime moment) {
    return JsonData.of(INSTANT.format(moment));
  }

  private static @Nullable Long first(@Nullable Long one, @Nullable Long other) {
    return one == null ? other : one;
  }

  private Narrowing() {}
}
