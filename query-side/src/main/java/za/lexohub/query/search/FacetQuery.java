package za.lexohub.query.search;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.aggregations.CalendarInterval;
import org.opensearch.client.opensearch._types.query_dsl.BoolQuery;
import org.opensearch.client.opensearch.core.SearchRequest;
import za.lexohub.readmodels.search.SearchField;

/** Counts the documents of one tenant by what they are. */
public class FacetQuery {

  /** More kinds than a practice has; the store counts no further. */
  private static final int MOST_VALUES = 200;

  private static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final TenantSearch tenantSearch;

  FacetQuery(TenantSearch tenantSearch) {
    this.tenantSearch = tenantSearch;
  }

  /**
   * Counts.
   *
   * @param refresh whether everything written up to now must be counted
   * @throws SearchUnavailable when the store does not answer
   */
  public Facets facets(String tenant, FacetFilters filters, boolean refresh) {
    var response =
        tenantSearch.search(
            tenant,
            Set.of(filters.type()),
            query -> narrow(query, filters),
            FacetQuery::aggregate,
            refresh);
    var total = response.hits().total();
    Map<String, Aggregate> counted = response.aggregations();
    return new Facets(
        total == null ? 0 : total.value(),
        terms(counted.get("by_status")),
        terms(counted.get("by_matter_type")),
        terms(counted.get("by_bar")),
        months(counted.get("by_month")));
  }

  private static void narrow(BoolQuery.Builder query, FacetFilters filters) {
    anyOf(query, SearchField.STATUS, filters.statuses());
    anyOf(query, SearchField.MATTER_TYPE, filters.matterTypes());
    anyOf(query, SearchField.BAR, filters.bars());
    Boolean archived = filters.archived();
    if (archived != null) {
      query.filter(
          f ->
              f.term(
                  t -> t.field(SearchField.ARCHIVED.key()).value(v -> v.booleanValue(archived))));
    }
    LocalDate from = filters.from();
    if (from != null) {
      query.filter(f -> f.range(r -> r.field(SearchField.CREATED_AT.key()).gte(startOf(from))));
    }
    LocalDate to = filters.to();
    if (to != null) {
      query.filter(
          f -> f.range(r -> r.field(SearchField.CREATED_AT.key()).lt(startOf(to.plusDays(1)))));
    }
  }

  private static void anyOf(BoolQuery.Builder query, SearchField field, Set<String> values) {
    if (!values.isEmpty()) {
      List<FieldValue> wanted = values.stream().sorted().map(FieldValue::of).toList();
      query.filter(f -> f.terms(t -> t.field(field.key()).terms(v -> v.value(wanted))));
    }
  }

  private static JsonData startOf(LocalDate date) {
    return JsonData.of(INSTANT.format(date.atStartOfDay(ZONE)));
  }

  private static void aggregate(SearchRequest.Builder request) {
    request
        .size(0)
        .trackTotalHits(t -> t.enabled(true))
        .aggregations("by_status", by(SearchField.STATUS))
        .aggregations("by_matter_type", by(SearchField.MATTER_TYPE))
        .aggregations("by_bar", by(SearchField.BAR))
        .aggregations(
            "by_month",
            a ->
                a.dateHistogram(
                    h ->
                        h.field(SearchField.CREATED_AT.key())
                            .calendarInterval(CalendarInterval.Month)
                            .timeZone(ZONE.getId())
                            .format("yyyy-MM")));
  }

  private static Aggregation by(SearchField field) {
    return Aggregation.of(a -> a.terms(t -> t.field(field.key()).size(MOST_VALUES)));
  }

  private static Map<String, Long> terms(Aggregate counted) {
    Map<String, Long> counts = new LinkedHashMap<>();
    // With nothing to count the store does not know the kind of the field's terms.
    if (counted.isSterms()) {
      counted.sterms().buckets().array().forEach(b -> counts.put(b.key(), b.docCount()));
    }
    return counts;
  }

  private static Map<YearMonth, Long> months(Aggregate counted) {
    Map<YearMonth, Long> counts = new LinkedHashMap<>();
    counted
        .dateHistogram()
        .buckets()
        .array()
        .forEach(b -> counts.put(YearMonth.parse(String.valueOf(b.keyAsString())), b.docCount()));
    return counts;
  }
}
