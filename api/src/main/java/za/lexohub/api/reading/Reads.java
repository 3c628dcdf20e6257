package za.lexohub.api.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;
import za.lexohub.api.EdgeProperties;
import za.lexohub.api.command.VersionTag;
import za.lexohub.api.problem.Behind;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.query.Answer;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Total;

/** Makes answers of reads: their freshness, entity tag, and the way to the next page. */
public final class Reads {
  public static final String POSITION = Behind.POSITION;

  /** The flag that asks for the number of entries of all pages. */
  public static final String TOTAL = "withTotal";

  private final Cursors cursors;
  private final EdgeProperties edge;

  public Reads(Cursors cursors, EdgeProperties edge) {
    this.cursors = cursors;
    this.edge = edge;
  }

  /** One thing with its version, or 304 when the caller has it already. */
  public <T> ResponseEntity<T> one(
      HttpServletRequest request,
      ToLongFunction<T> version,
      Function<Consistency, Optional<Answer<T>>> query) {
    Answer<T> answer =
        query
            .apply(Freshness.of(request))
            .orElseThrow(
                () -> Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address."));
    String tag = VersionTag.of(version.applyAsLong(answer.value()));
    ResponseEntity.BodyBuilder builder = known(request, tag) ? status(304) : status(200);
    builder.header(HttpHeaders.ETAG, tag).header(POSITION, Long.toString(answer.position()));
    return known(request, tag) ? builder.build() : builder.body(answer.value());
  }

  /** Something that has no version of its own. */
  public <T> ResponseEntity<T> plain(
      HttpServletRequest request, Function<Consistency, Answer<T>> query) {
    Answer<T> answer = query.apply(Freshness.of(request));
    return status(200).header(POSITION, Long.toString(answer.position())).body(answer.value());
  }

  /** A page, asked for with the cursor of the page before. */
  public <T> ResponseEntity<Listing<T>> page(HttpServletRequest request, PageQuery<T> query) {
    return page(request, query, (first, found) -> null);
  }

  /** A page, with the number of entries of all pages when it is asked for. */
  public <T> ResponseEntity<Listing<T>> page(
      HttpServletRequest request, PageQuery<T> query, Supplier<Total> total) {
    boolean isAsked = Boolean.TRUE.equals(new Parameters(request).flag(TOTAL));
    return page(request, query, (first, found) -> isAsked ? counted(first, found, total) : null);
  }

  /** Whoever sees everything on the first page need not count again. */
  private static Total counted(boolean first, Page<?> found, Supplier<Total> total) {
    return first && found.next() == null ? new Total(found.entries().size(), true) : total.get();
  }

  private <T> ResponseEntity<Listing<T>> page(
      HttpServletRequest request,
      PageQuery<T> query,
      BiFunction<Boolean, Page<T>, @Nullable Total> total) {
    Cursor after = cursors.read(new Parameters(request).cursor());
    Answer<Page<T>> answer = query.after(after, Freshness.of(request));
    Page<T> found = answer.value();
    String cursor = found.next() == null ? null : cursors.write(found.next());
    ResponseEntity.BodyBuilder builder =
        status(200).header(POSITION, Long.toString(answer.position()));
    if (cursor != null) {
      builder.header(HttpHeaders.LINK, nextPage(request, cursor));
    }
    return builder.body(new Listing<>(found.entries(), cursor, total.apply(after == null, found)));
  }

  /** A page of something that is no read model, and so has no position; null for the last one. */
  public <T> ResponseEntity<T> page(HttpServletRequest request, @Nullable String cursor, T body) {
    ResponseEntity.BodyBuilder builder = status(200);
    if (cursor != null) {
      builder.header(HttpHeaders.LINK, nextPage(request, cursor));
    }
    return builder.body(body);
  }

  private static ResponseEntity.BodyBuilder status(int status) {
    return ResponseEntity.status(HttpStatus.valueOf(status))
        .cacheControl(CacheControl.noCache().cachePrivate());
  }

  private static boolean known(HttpServletRequest request, String tag) {
    String given = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (given == null) {
      return false;
    }
    for (String candidate : given.split(",")) {
      String bare = candidate.strip();
      if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  private String nextPage(HttpServletRequest request, String cursor) {
    StringBuilder next = new StringBuilder("<" + edge.publicUrl() + request.getRequestURI() + "?");
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("after")) {
                for (String value : values) {
                  next.append(encoded(name)).append('=').append(encoded(value)).append('&');
                }
              }
            });
    return next.append("after=").append(cursor).append(">; rel=\"next\"").toString();
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
