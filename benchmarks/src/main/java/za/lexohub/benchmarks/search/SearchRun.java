package za.lexohub.benchmarks.search;

import static za.lexohub.benchmarks.Report.progress;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import za.lexohub.benchmarks.names.Practice;
import za.lexohub.embedded.EmbeddedParts;
import za.lexohub.embedded.PartsSettings;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.search.SearchQueries;
import za.lexohub.query.search.SearchQueryConfiguration;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.row.TenantScope;
import za.lexohub.readmodels.search.SearchStoreConfiguration;

/** An OpenSearch full of documents, and two ways to ask it the same. */
public final class SearchRun implements AutoCloseable {

  private static final long SEED = 20_261_122;
  private static final int PREPARED = 64;

  /** Who asks. */
  public enum Contestant {
    LEXOHUB,
    DIRECT;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One question after the other. */
  public interface Work {
    void once() throws Exception;
  }

  private final EmbeddedParts parts;
  private final URI store;
  private final HttpClient http;
  private final AnnotationConfigApplicationContext queries;
  private final List<Practice.Filed> about;
  private final Map<Questions, List<List<Overheard.Sent>>> sent = new EnumMap<>(Questions.class);

  private SearchRun(EmbeddedParts parts, HttpClient http, List<Practice.Filed> about) {
    this.parts = parts;
    this.store = URI.create(parts.openSearch().url());
    this.http = http;
    this.queries = queries(store);
    this.about = about;
  }

  /** Starts the store, fills it unless it is full already, and prepares the questions. */
  public static SearchRun open(int documents, int tenants) throws Exception {
    Path folder = Path.of("target", "benchmark-search-" + documents).toAbsolutePath();
    EmbeddedParts parts = EmbeddedParts.open(PartsSettings.onFreePorts(folder).withFresh(false));
    HttpClient http = HttpClient.newHttpClient();
    try {
      Practice practice = new Practice(SEED, tenants);
      new Library(URI.create(parts.openSearch().url()), http)
          .fill(
              practice,
              documents,
              done -> {
                if (done % 50_000 == 0 || done == documents) {
                  progress("  %,d documents", done);
                }
              });
      List<Practice.Filed> about =
          IntStream.range(0, PREPARED)
              .mapToObj(i -> practice.document((int) ((long) documents * i / PREPARED)))
              .toList();
      SearchRun run = new SearchRun(parts, http, about);
      run.prepare();
      return run;
    } catch (Exception e) {
      http.close();
      parts.close();
      throw e;
    }
  }

  public List<String> kinds() {
    return Arrays.stream(Questions.values()).map(SearchRun::text).toList();
  }

  /** What a client does; each client begins elsewhere in the list of questions. */
  public Work work(Contestant contestant, String kind, int client) {
    Questions question =
        Arrays.stream(Questions.values())
            .filter(q -> text(q).equals(kind))
            .findFirst()
            .orElseThrow();
    SearchQueries search = queries.getBean(SearchQueries.class);
    List<List<Overheard.Sent>> requests = sent.getOrDefault(question, List.of());
    int[] next = {client * 7};
    return () -> {
      int number = Math.floorMod(next[0]++, about.size());
      if (contestant == Contestant.LEXOHUB) {
        question.ask(search, about.get(number));
      } else {
        for (Overheard.Sent one : requests.get(number)) {
          straight(one);
        }
      }
    };
  }

  private void straight(Overheard.Sent one) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = http.send(Overheard.request(store, one), Overheard.BYTES);
    if (answer.statusCode() != 200) {
      throw new IOException("the store answered " + answer.statusCode());
    }
  }

  private void prepare() throws IOException {
    try (Overheard overheard = new Overheard(store, http);
        AnnotationConfigApplicationContext through = queries(overheard.url())) {
      SearchQueries search = through.getBean(SearchQueries.class);
      for (Questions question : Questions.values()) {
        sent.put(
            question,
            about.stream()
                .map(
                    document -> {
                      question.ask(search, document);
                      return overheard.sent();
                    })
                .toList());
      }
    }
  }

  private static String text(Questions question) {
    return question.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The query side as it is, with nothing to wait for and no PostgreSQL to fall back on. */
  private static AnnotationConfigApplicationContext queries(URI url) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("store", Map.of("lexohub.opensearch.url", url.toString())));
    DataSource none = new NoDatabase();
    context.registerBean(
        TenantScope.class,
        () -> new TenantScope(JdbcClient.create(none), new JdbcTransactionManager(none)));
    context.registerBean(AppliedWait.class, () -> new AppliedWait(new Everything()));
    context.register(SearchStoreConfiguration.class, SearchQueryConfiguration.class);
    context.refresh();
    return context;
  }

  @Override
  public void close() {
    queries.close();
    http.close();
    parts.close();
  }

  /** Everything is applied at once. */
  private static final class Everything implements AppliedPositions {
    @Override
    public long appliedThrough(String group) {
      return 1;
    }

    @Override
    public long recordedThrough() {
      return 1;
    }

    @Override
    public boolean isParked(String group, String sequenceId) {
      return false;
    }
  }

  private static final class NoDatabase extends AbstractDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      throw new SQLException("there is no database here", "08001");
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password)
        throws SQLException {
      return getConnection();
    }
  }
}
