package za.lexohub.query.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.aggregations.AggregationRange;
import org.opensearch.client.opensearch._types.aggregations.CalendarInterval;
import org.opensearch.client.opensearch._types.aggregations.DateHistogramBucket;
import org.opensearch.client.opensearch._types.aggregations.RangeBucket;
import org.opensearch.client.opensearch.core.SearchRequest;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.search.SearchField;
import za.lexohub.readmodels.search.SearchFilters;

/** Counts the documents of one tenant by what they are. */
class FacetQuery {

  /** More kinds than a practice has; the store counts no further. */
  private static final int MOST_VALUES = 200;

  private static final int MOST_CLIENTS = 50;

  /** Where a band of amounts begins and the one before ends, in cents. */
  private static final List<Long> BANDS =
      List.of(0L, 10_000_00L, 50_000_00L, 100_000_00L, 500_000_00L);

  private static final String TOTAL = "total";
  private static final String BALANCE = "balance";

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
  Facets facets(String tenant, FacetQuestion asked, boolean refresh) {
    var response =
        tenantSearch.search(
            tenant,
            Set.of(asked.type()),
            query -> {
              if (asked.text() != null) {
                Relevance.of(query, asked.text());
              }
              Narrowing.by(query, asked.filters());
            },
            request -> aggregate(request, asked),
            refresh);
    var total = response.hits().total();
    Map<String, Aggregate> counted = response.aggregations();
    return new Facets(
        total == null ? 0 : total.value(),
        terms(counted.get("by_status")),
        terms(counted.get("by_matter_type")),
        terms(counted.get("by_bar")),
        months(counted.get("by_month")),
        asked.naming() ? clients(counted.get("by_client")) : List.of(),
        counted.get("by_amount").range().buckets().array().stream().map(FacetQuery::band).toList(),
        asked.interval() == null ? List.of() : bars(counted.get("histogram"), asked.type()));
  }

  private static void aggregate(SearchRequest.Builder request, FacetQuestion asked) {
    String amount = asked.type().amount().key();
    request
        .size(0)
        .trackTotalHits(t -> t.enabled(true))
        .aggregations("by_status", by(SearchField.STATUS.key(), MOST_VALUES))
        .aggregations("by_matter_type", by(SearchField.MATTER_TYPE.key(), MOST_VALUES))
        .aggregations("by_bar", by(SearchField.BAR.key(), MOST_VALUES))
        .aggregations("by_month", every(CalendarInterval.Month, "yyyy-MM").build())
        .aggregations(
            "by_amount",
            a ->
                a.range(r -> r.field(amount).ranges(bands()))
                    .aggregations(TOTAL, sum -> sum.sum(s -> s.field(amount))));
    if (asked.naming()) {
      request.aggregations(
          "by_client", by(SearchField.CLIENT_NAME.key() + ".keyword", MOST_CLIENTS));
    }
    FacetQuestion.Interval interval = asked.interval();
    if (interval != null) {
      var bars =
          every(calendar(interval), "yyyy-MM-dd")
              .aggregations(TOTAL, sum -> sum.sum(s -> s.field(amount)));
      if (asked.type() == DocumentType.INVOICE) {
        bars.aggregations(BALANCE, sum -> sum.sum(s -> s.field(SearchField.BALANCE_CENTS.key())));
      }
      request.aggregations("histogram", bars.build());
    }
  }

  private static Aggregation by(String field, int most) {
    return Aggregation.of(a -> a.terms(t -> t.field(field).size(most)));
  }

  private static Aggregation.Builder.ContainerBuilder every(
      CalendarInterval interval, String format) {
    return new Aggregation.Builder()
        .dateHistogram(
            h ->
                h.field(SearchField.CREATED_AT.key())
                    .calendarInterval(interval)
                    .timeZone(SearchFilters.ZONE.getId())
                    .format(format));
  }

  private static CalendarInterval calendar(FacetQuestion.Interval interval) {
    return switch (interval) {
      case DAY -> CalendarInterval.Day;
      case WEEK -> CalendarInterval.Week;
      case MONTH -> CalendarInterval.Month;
      case YEAR -> CalendarInterval.Year;
    };
  }

  private static List<AggregationRange> bands() {
    return BANDS.stream()
        .map(
            from ->
                AggregationRange.of(
                    range -> {
                      int next = BANDS.indexOf(from) + 1;
                      range.from(JsonData.of(from));
                      return next == BANDS.size() ? range : range.to(JsonData.of(BANDS.get(next)));
                    }))
        .toList();
  }

  private static Map<String, Long> terms(Aggregate counted) {
    Map<String, Long> counts = new LinkedHashMap<>();
    // With nothing to count the store does not know the kind of the field's terms.
    if (counted.isSterms()) {
      counted.sterms().buckets().array().forEach(b -> counts.put(b.key(), b.docCount()));
    }
    return counts;
  }

  private static List<Facets.ClientCount> clients(Aggregate counted) {
    return terms(counted).entrySet().stream()
        .map(client -> new Facets.ClientCount(client.getKey(), client.getValue()))
        .toList();
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

  private static Facets.AmountBand band(RangeBucket bucket) {
    Double to = bucket.to();
    return new Facets.AmountBand(
        money(bucket.from()),
        to == null || to.isInfinite() ? null : money(to),
        bucket.docCount(),
        sum(bucket.aggregations(), TOTAL));
  }

  private static List<Facets.Bar> bars(Aggregate counted, DocumentType type) {
    return counted.dateHistogram().buckets().array().stream().map(b -> bar(b, type)).toList();
  }

  private static Facets.Bar bar(DateHistogramBucket bucket, DocumentType type) {
    LocalDate from = Instant.ofEpochMilli(bucket.key()).atZone(SearchFilters.ZONE).toLocalDate();
    return new Facets.Bar(
        from,
        bucket.docCount(),
        sum(bucket.aggregations(), TOTAL),
        type == DocumentType.INVOICE ? sum(bucket.aggregations(), BALANCE) : null);
  }

  private static Money sum(Map<String, Aggregate> sums, String name) {
    return money(sums.get(name).sum().value());
  }

  /** A double holds every cent up to ninety thousand billion rand. */
  private static Money money(@Nullable Double cents) {
    return Money.cents(cents == null ? 0 : Math.round(cents));
  }
}
