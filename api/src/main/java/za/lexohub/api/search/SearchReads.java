package za.lexohub.api.search;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Cursors;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.search.DocumentType;
import za.lexohub.query.search.FacetFilters;
import za.lexohub.query.search.FacetQuery;
import za.lexohub.query.search.Facets;
import za.lexohub.query.search.InvalidSearch;
import za.lexohub.query.search.SearchHit;
import za.lexohub.query.search.SearchPage;
import za.lexohub.query.search.SearchQuery;
import za.lexohub.query.search.SearchUnavailable;
import za.lexohub.role.QueryRole;

/** Finds matters, pro formas and invoices by words, and counts them by what they are. */
@RestController
@QueryRole
public final class SearchReads {
  private final SearchQuery search;
  private final FacetQuery facets;
  private final AppliedWait applied;
  private final Cursors cursors;

  /**
   * Of each group how often it had begun anew when its index was last refreshed for that reason.
   */
  private final Map<String, Long> refreshedAfter = new ConcurrentHashMap<>();

  SearchReads(SearchQuery search, FacetQuery facets, AppliedWait applied, Cursors cursors) {
    this.search = search;
    this.facets = facets;
    this.applied = applied;
    this.cursors = cursors;
  }

  @GetMapping("/api/v1/search")
  @Needs(Permission.SEARCH)
  @Takes({"q", "type", "limit", "after"})
  ResponseEntity<Listing<SearchHit>> search(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    // Before anything is waited for.
    String words =
        answered(() -> SearchQuery.readable(Objects.requireNonNullElse(given.text("q"), "")));
    Set<DocumentType> types = given.anyOf("type", DocumentType.class);
    int limit = Math.min(given.limit(), SearchQuery.MAX_LIMIT);
    String after = cursors.readText(given.text("after", Cursors.MAX_LENGTH));
    Set<DocumentType> asked = types.isEmpty() ? EnumSet.allOf(DocumentType.class) : types;
    Consistency wanted = Freshness.of(request);
    Map<String, Long> beginnings = beginnings(asked);
    long position = await(asked, wanted);
    SearchPage page =
        answered(
            () ->
                search.search(
                    caller.tenant().value(),
                    words,
                    types,
                    limit,
                    after,
                    mustRefresh(beginnings, wanted)));
    requireStillWhole(beginnings);
    return found(new Listing<>(page.hits(), next(page.nextCursor())), position);
  }

  @GetMapping("/api/v1/search/facets")
  @Needs(Permission.COUNT)
  @Takes({"type", "status", "matterType", "bar", "archived", "from", "to"})
  ResponseEntity<Facets> facets(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    DocumentType named = given.oneOf("type", DocumentType.class);
    DocumentType type = named == null ? DocumentType.MATTER : named;
    Consistency wanted = Freshness.of(request);
    Map<String, Long> beginnings = beginnings(Set.of(type));
    long position = await(Set.of(type), wanted);
    Facets counted =
        answered(
            () ->
                facets.facets(
                    caller.tenant().value(),
                    new FacetFilters(
                        type,
                        given.words("status"),
                        given.words("matterType"),
                        given.words("bar"),
                        given.flag("archived"),
                        given.date("from"),
                        given.date("to")),
                    mustRefresh(beginnings, wanted)));
    requireStillWhole(beginnings);
    return found(counted, position);
  }

  private long await(Set<DocumentType> asked, Consistency wanted) {
    String[] groups = asked.stream().map(DocumentType::group).toArray(String[]::new);
    return applied.await(wanted, groups);
  }

  /** Asked before anything else, so that a filling that begins meanwhile is noticed. */
  private Map<String, Long> beginnings(Set<DocumentType> asked) {
    return asked.stream()
        .collect(Collectors.toMap(DocumentType::group, t -> applied.beginnings(t.group())));
  }

  /**
   * An index that began to be filled anew while it was asked may have told a part; then nobody is
   * answered. Otherwise it was asked refreshed, and need not be again for the same filling.
   */
  private void requireStillWhole(Map<String, Long> beginnings) {
    beginnings.forEach(applied::requireStillWhole);
    beginnings.forEach((group, times) -> refreshedAfter.merge(group, times, Math::max));
  }

  /**
   * Whether the indexes must be refreshed before they are asked: whoever brings a token finds what
   * they wrote, and an index that was filled anew shows all of it.
   */
  private boolean mustRefresh(Map<String, Long> beginnings, Consistency wanted) {
    return wanted.position() > 0
        || beginnings.entrySet().stream()
            .anyMatch(times -> times.getValue() > refreshedAfter.getOrDefault(times.getKey(), 0L));
  }

  private @Nullable String next(@Nullable String cursor) {
    return cursor == null ? null : cursors.writeText(cursor);
  }

  private static <T> ResponseEntity<T> found(T answer, long position) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(Reads.POSITION, Long.toString(position))
        .body(answer);
  }

  private static <T> T answered(Supplier<T> question) {
    try {
      return question.get();
    } catch (InvalidSearch invalid) {
      if (invalid.parameter().equals("cursor")) {
        throw Cursors.invalid();
      }
      throw Refusal.input(
          ProblemCode.INVALID_PARAMETER,
          String.valueOf(invalid.getMessage()) + ".",
          new InputError(
              invalid.parameter(), "invalid-value", String.valueOf(invalid.getMessage())));
    } catch (SearchUnavailable away) {
      Duration retryAfter = away.retryAfter();
      throw Refusal.later(
          ProblemCode.UNAVAILABLE, "The search does not answer at the moment.", retryAfter);
    }
  }
}
