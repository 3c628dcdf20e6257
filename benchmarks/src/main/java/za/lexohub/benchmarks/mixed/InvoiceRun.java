package za.lexohub.benchmarks.mixed;

import static za.lexohub.benchmarks.Report.progress;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import za.lexohub.benchmarks.Report;
import za.lexohub.benchmarks.arrivals.Outcomes;
import za.lexohub.benchmarks.arrivals.Outcomes.Standing;

/**
 * Invoices as fast as waiting clients ask for them. What can be asked for over HTTP is an agreed
 * fee, whose invoice the answer confirms, and the acceptance of a quote, whose invoice its saga
 * makes; the command {@code GenerateInvoice} itself is the saga's alone.
 */
public final class InvoiceRun implements AutoCloseable {

  public static final String FIXED_FEE = "fixed-fee";
  public static final String PRO_FORMA = "pro-forma";

  /** Quotes that are prepared for each practice and measurement; who runs out stops early. */
  private static final int QUOTES = 10;

  private static final int MATTERS = 4;

  private final Running running;
  private final List<Book> books;
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final List<Map<String, Object>> oddities = new ArrayList<>();

  private InvoiceRun(Running running, int tenants) throws Exception {
    this.running = running;
    books = running.books(tenants, 0);
    running.fill.matters(books, MATTERS);
  }

  /** Starts everything, with so many practices. */
  public static InvoiceRun start(int tenants, String heap) throws Exception {
    Running running = Running.start(heap);
    try {
      return new InvoiceRun(running, tenants);
    } catch (Exception | Error e) {
      running.close();
      throw e;
    }
  }

  /** One request, prepared so that nothing has to be asked before. */
  private interface Request {
    Reply send();
  }

  /**
   * @param kind {@link #FIXED_FEE} or {@link #PRO_FORMA}
   * @param drain how long papers and mails are waited for at most
   */
  public void measure(String kind, int clients, Duration duration, Duration drain)
      throws Exception {
    Queue<Request> prepared =
        kind.equals(PRO_FORMA) ? acceptances() : new ConcurrentLinkedQueue<>();
    progress("%s: %d client(s)", kind, clients);
    AtomicInteger turns = new AtomicInteger();
    Outcomes outcomes = new Outcomes();
    Log.Counted before = running.log.count();
    long began = System.nanoTime();
    long end = began + duration.toNanos();
    try (ExecutorService people = Executors.newFixedThreadPool(clients)) {
      for (int client = 0; client < clients; client++) {
        people.execute(
            () -> {
              while (System.nanoTime() < end) {
                Request request =
                    kind.equals(PRO_FORMA) ? prepared.poll() : fee(turns.getAndIncrement());
                if (request == null) {
                  return;
                }
                long sent = System.nanoTime();
                Reply reply = request.send();
                outcomes.add(
                    kind,
                    System.nanoTime() - sent,
                    reply.isGood() ? Standing.GOOD : Standing.FAILED,
                    reply.said());
              }
            });
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    rows.add(row(kind, clients, outcomes, seconds, before, drain));
    oddities.addAll(outcomes.oddities());
  }

  /** Each practice in its turn. */
  private Request fee(int turn) {
    Book book = books.get(turn % books.size());
    String body = Act.fixedFee(Book.any(book.matters));
    return () -> running.site.post("/api/v1/invoices", book.token, body, null);
  }

  /** Quotes with their attorneys, whose papers are made, so that their versions stand still. */
  private Queue<Request> acceptances() throws Exception {
    progress("Preparing %,d quotes", books.size() * QUOTES);
    List<Paper> quotes = running.fill.sentProFormas(books, QUOTES);
    running.fill.awaitWork();
    Queue<Request> prepared = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < quotes.size(); i++) {
      // So that neighbours are of different practices.
      Paper quote = quotes.get((i % books.size()) * QUOTES + i / books.size());
      String etag =
          running
              .site
              .get(Act.ACCEPT.read(quote), quote.book().token, quote.position())
              .orFail("A quote")
              .etag();
      prepared.add(
          () -> running.site.post(Act.ACCEPT.place(quote), quote.book().token, "{}", etag));
    }
    return prepared;
  }

  private Map<String, Object> row(
      String kind,
      int clients,
      Outcomes outcomes,
      double seconds,
      Log.Counted before,
      Duration drain)
      throws SQLException, InterruptedException {
    Log.Counted then = running.log.count();
    Log.Counted made = then.since(before);
    long wanted = outcomes.answers() - outcomes.failures();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("asked by", kind);
    row.put("clients", clients);
    row.put("answered per second", outcomes.answers() / seconds);
    row.put("p50 ms", outcomes.percentile(50));
    row.put("p99 ms", outcomes.percentile(99));
    row.put("failed", outcomes.failures());
    row.put("invoices per second", made.invoices() / seconds);
    row.put("papers per second, under load", made.papersMade() / seconds);
    Draining drained = Draining.of(running.log, then, now -> isDone(now, before, wanted), drain);
    Log.Counted all = drained.last().since(before);
    row.put("papers per second, after", drained.papersPerSecond());
    row.put("mails per second, after", drained.mailsPerSecond());
    row.put("papers failed", all.papersFailed());
    row.put("mails failed", all.mailsFailed());
    row.put(
        "seconds until all were made",
        isDone(drained.last(), before, wanted) ? (Object) drained.seconds() : "not yet");
    progress("  %.0f/s, p99 %.0f ms", outcomes.answers() / seconds, outcomes.percentile(99));
    return row;
  }

  /** Whether every invoice has its paper, and nothing else waits either. */
  private static boolean isDone(Log.Counted now, Log.Counted before, long wanted) {
    Log.Counted made = now.since(before);
    return made.invoices() >= wanted
        && made.papersAsked() >= wanted
        && now.papersWaiting() == 0
        && now.mailsWaiting() == 0;
  }

  /** What was measured. */
  public void tell(Report report) {
    report.table("invoices over HTTP, everything on, %,d practices".formatted(books.size()), rows);
    if (!oddities.isEmpty()) {
      report.table("answers other than those asked for", oddities);
    }
    report.note(
        "Clients send their next request when they were answered. An agreed fee's answer says that"
            + " its invoice is recorded; the answer to an acceptance that the quote is accepted,"
            + " and its invoice follows by the saga. Each invoice asks for a paper and a mail.");
  }

  @Override
  public void close() throws IOException {
    running.close();
  }
}
