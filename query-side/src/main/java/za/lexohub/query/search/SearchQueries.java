package za.lexohub.query.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import za.lexohub.query.Answer;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;

/**
 * Finds, counts and suggests in the indexes. While they cannot answer, or have not come as far as
 * the caller, PostgreSQL finds in their place and says so; it neither counts nor suggests.
 */
public class SearchQueries {

  public static final int MOST_SUGGESTIONS = SuggestionQuery.MAX_LIMIT;

  private static final Logger LOG = LoggerFactory.getLogger(SearchQueries.class);

  /** A store that did not answer is left alone that long, so that few wait for its timeout. */
  private static final Duration REST = Duration.ofSeconds(1);

  private final SearchQuery index;
  private final FacetQuery facets;
  private final SuggestionQuery suggestions;
  private final TableSearch tables;
  private final FreshSearch fresh;
  private final MeterRegistry meters;
  private final AtomicLong resumeAt = new AtomicLong(System.nanoTime());

  SearchQueries(TenantSearch door, TableSearch tables, FreshSearch fresh, MeterRegistry meters) {
    this.index = new SearchQuery(door);
    this.facets = new FacetQuery(door);
    this.suggestions = new SuggestionQuery(door);
    this.tables = tables;
    this.fresh = fresh;
    this.meters = meters;
  }

  /**
   * Searches.
   *
   * @throws InvalidSearch when the cursor is of another question, or of the other source
   * @throws SearchUnavailable when neither the index nor PostgreSQL answers
   * @throws NotYetConsistent when neither has applied what the caller knows of
   */
  public SearchAnswer search(String tenant, SearchQuestion asked, Consistency wanted) {
    return measured(
        () -> {
          if (System.nanoTime() - resumeAt.get() < 0) {
            try {
              return inTables(tenant, asked, wanted);
            } catch (DataAccessException | TransactionException | NotYetConsistent alsoAway) {
              // Then the store is asked after all.
            }
          }
          try {
            Answer<SearchPage> answer =
                fresh.indexes(
                    asked.types(), wanted, refresh -> index.search(tenant, asked, refresh));
            return new SearchAnswer(answer.value(), answer.position(), false);
          } catch (SearchUnavailable away) {
            rest(away);
            return fallen(tenant, asked, wanted, away);
          } catch (NotYetConsistent behind) {
            // It was waited for already.
            Consistency now = Consistency.through(wanted.position(), Duration.ZERO);
            return fallen(tenant, asked, now, behind);
          }
        });
  }

  /**
   * Counts.
   *
   * @throws SearchUnavailable when the index does not answer
   */
  public Answer<Facets> facets(String tenant, FacetQuestion asked, Consistency wanted) {
    return fresh.indexes(
        Set.of(asked.type()), wanted, refresh -> facets.facets(tenant, asked, refresh));
  }

  /**
   * Says how a text may go on.
   *
   * @param types when empty, all
   * @param limit 1 to {@value #MOST_SUGGESTIONS}
   * @throws InvalidSearch when text or limit are not what they should be
   * @throws SearchUnavailable when the index does not answer
   */
  public Answer<List<Suggestion>> suggestions(
      String tenant, String typed, Collection<DocumentType> types, int limit, Consistency wanted) {
    // Before anything is waited for.
    String text = SuggestionQuery.readable(typed, limit);
    Set<DocumentType> asked =
        types.isEmpty() ? EnumSet.allOf(DocumentType.class) : EnumSet.copyOf(types);
    return fresh.indexes(
        asked, wanted, refresh -> suggestions.suggestions(tenant, text, asked, limit, refresh));
  }

  private SearchAnswer fallen(
      String tenant, SearchQuestion asked, Consistency wanted, RuntimeException why) {
    try {
      return inTables(tenant, asked, wanted);
    } catch (DataAccessException | TransactionException | NotYetConsistent alsoAway) {
      why.addSuppressed(alsoAway);
      throw why;
    }
  }

  private SearchAnswer inTables(String tenant, SearchQuestion asked, Consistency wanted) {
    Answer<SearchPage> answer =
        fresh.tables(asked.types(), wanted, () -> tables.search(tenant, asked));
    return new SearchAnswer(answer.value(), answer.position(), true);
  }

  private void rest(SearchUnavailable away) {
    long resume = resumeAt.get();
    if (resumeAt.compareAndSet(resume, System.nanoTime() + REST.toNanos())) {
      LOG.warn("{}; PostgreSQL searches in its place", away.getMessage());
    }
  }

  private SearchAnswer measured(Supplier<SearchAnswer> search) {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "away";
    try {
      SearchAnswer answer = search.get();
      outcome = answer.degraded() ? "degraded" : "ok";
      return answer;
    } catch (InvalidSearch invalid) {
      outcome = "invalid";
      throw invalid;
    } finally {
      meters.counter("lexohub.search.requests", "outcome", outcome).increment();
      sample.stop(meters.timer("lexohub.search.seconds", "outcome", outcome));
    }
  }
}
