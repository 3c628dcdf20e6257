package za.lexohub.api.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Cursors;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.query.Answer;
import za.lexohub.query.search.DocumentType;
import za.lexohub.query.search.FacetQuestion;
import za.lexohub.query.search.Facets;
import za.lexohub.query.search.InvalidSearch;
import za.lexohub.query.search.SearchAnswer;
import za.lexohub.query.search.SearchQueries;
import za.lexohub.query.search.SearchQuestion;
import za.lexohub.query.search.SearchUnavailable;
import za.lexohub.readmodels.search.SearchFilters;
import za.lexohub.readmodels.search.SearchOrder;
import za.lexohub.role.QueryRole;

/** Finds matters, pro formas and invoices by words, and counts them by what they are. */
@RestController
@QueryRole
public final class SearchReads {
  private static final String DEGRADED = "199 lexohub \"search is degraded\"";

  private final SearchQueries search;
  private final Cursors cursors;

  SearchReads(SearchQueries search, Cursors cursors) {
    this.search = search;
    this.cursors = cursors;
  }

  @GetMapping("/api/v1/search")
  @Needs(Permission.SEARCH)
  @Takes({
    "q",
    "type",
    "limit",
    "after",
    "status",
    "matterType",
    "bar",
    "client",
    "amount[]",
    "archived",
    "from",
    "to",
    "sort"
  })
  ResponseEntity<FoundListing> search(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    String after = cursors.readText(given.text("after", Cursors.MAX_LENGTH));
    SearchAnswer answer =
        answered(
            () -> {
              // Before anything is waited for.
              SearchQuestion asked =
                  new SearchQuestion(
                      given.text("q"),
                      given.anyOf("type", DocumentType.class),
                      filters(given),
                      order(given.text("sort")),
                      Math.min(given.limit(), SearchQuestion.MAX_LIMIT),
                      after);
              return search.search(caller.tenant().value(), asked, Freshness.of(request));
            });
    ResponseEntity.BodyBuilder found = found(answer.position());
    if (answer.degraded()) {
      found.header(HttpHeaders.WARNING, DEGRADED);
    }
    return found.body(
        new FoundListing(
            answer.page().hits(), next(answer.page().nextCursor()), answer.degraded()));
  }

  /** Who may not search may count, but neither sees a client's name nor tries one. */
  @GetMapping("/api/v1/search/facets")
  @Needs(Permission.COUNT)
  @Takes({
    "type",
    "status",
    "matterType",
    "bar",
    "archived",
    "from",
    "to",
    "q",
    "client",
    "amount[]",
    "interval"
  })
  ResponseEntity<Facets> facets(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    boolean naming = caller.may(Permission.SEARCH);
    if (!naming && (given.text("q") != null || given.text("client") != null)) {
      throw Refusal.of(ProblemCode.FORBIDDEN, "Your role counts, but finds nobody by name.");
    }
    DocumentType type = given.oneOf("type", DocumentType.class);
    Answer<Facets> counted =
        answered(
            () -> {
              FacetQuestion asked =
                  new FacetQuestion(
                      type == null ? DocumentType.MATTER : type,
                      given.text("q"),
                      filters(given),
                      given.oneOf("interval", FacetQuestion.Interval.class),
                      naming);
              return search.facets(caller.tenant().value(), asked, Freshness.of(request));
            });
    return found(counted.position()).body(counted.value());
  }

  @GetMapping("/api/v1/search/suggestions")
  @Needs(Permission.SEARCH)
  @Takes({"q", "type", "limit"})
  ResponseEntity<Suggested> suggestions(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    String typed = Objects.requireNonNullElse(given.text("q"), "");
    Set<DocumentType> types = given.anyOf("type", DocumentType.class);
    int limit = Math.min(given.limit(), SearchQueries.MOST_SUGGESTIONS);
    var suggested =
        answered(
            () ->
                search.suggestions(
                    caller.tenant().value(), typed, types, limit, Freshness.of(request)));
    return found(suggested.position()).body(new Suggested(suggested.value()));
  }

  private static SearchFilters filters(Parameters given) {
    return new SearchFilters(
        given.words("status"),
        given.words("matterType"),
        given.words("bar"),
        given.text("client"),
        given.cents("amount"),
        given.flag("archived"),
        given.date("from"),
        given.date("to"));
  }

  private static SearchOrder order(@Nullable String sort) {
    return switch (sort) {
      case null -> SearchOrder.RELEVANCE;
      case "-createdAt" -> SearchOrder.NEWEST;
      case "createdAt" -> SearchOrder.OLDEST;
      default -> {
        String message = "must be createdAt or -createdAt, or absent for the best first";
        throw Refusal.input(
            ProblemCode.INVALID_PARAMETER,
            "The parameter sort " + message + ".",
            new InputError("sort", "unknown-value", message));
      }
    };
  }

  private @Nullable String next(@Nullable String cursor) {
    return cursor == null ? null : cursors.writeText(cursor);
  }

  private static ResponseEntity.BodyBuilder found(long position) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(Reads.POSITION, Long.toString(position));
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
      throw Refusal.later(
          ProblemCode.UNAVAILABLE, "The search does not answer at the moment.", away.retryAfter());
    }
  }
}
