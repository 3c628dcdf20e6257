package za.lexohub.benchmarks.mixed;

import static za.lexohub.benchmarks.Report.progress;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import za.lexohub.benchmarks.names.Practice;

/** Practices with a past, lived through over HTTP: on each matter a quote, and so on to payment. */
final class Fill {

  private static final int AT_ONCE = 16;
  private static final int CLIENTS = 8;
  private static final int TRIES = 50;
  private static final int TIMES = 3;
  private static final int STAGES = 5;
  private static final int OFFERED = 3;
  private static final int DRAFTED = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final String PARTICULARS =
      """
      {"profile": "REFERRAL",
       "particulars": {"bar": "JOHANNESBURG", "name": "Adv Thandi Mokoena",
                       "email": "thandi@mokoena.example", "address": "Maisels Group, Sandton",
                       "practiceNumber": "JHB1234",
                       "banking": {"bank": "First Example Bank", "accountName": "T Mokoena",
                                   "accountNumber": "62000000101", "branchCode": "250655"}}}
      """;

  private final Site site;
  private final Log log;
  private final Stock stock;

  Fill(Site site, Log log, Stock stock) {
    this.site = site;
    this.log = log;
    this.stock = stock;
  }

  /** Registers a practice for each token, with the names of some clients. */
  List<Book> practices(List<String> tokens) throws Exception {
    Practice names = new Practice(7, tokens.size());
    List<Callable<Book>> tasks = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int number = i;
      tasks.add(
          () -> {
            Book book = new Book(tokens.get(number));
            site.post("/api/v1/practice", book.token, PARTICULARS, null).orFail("A practice");
            for (int client = 0; client < CLIENTS; client++) {
              book.clients.add(names.document(number + client * tokens.size()).text("client_name"));
            }
            return book;
          });
    }
    return all(tasks);
  }

  /** So many more matters, without anything on them. */
  void matters(List<Book> books, int each) throws Exception {
    perBook(
        books,
        book -> {
          for (int i = 0; i < each; i++) {
            make(Act.OPEN_MATTER, book);
          }
        });
  }

  /** So many quotes that are with their attorneys. */
  List<Paper> sentProFormas(List<Book> books, int each) throws Exception {
    List<Callable<List<Paper>>> tasks = new ArrayList<>();
    for (Book book : books) {
      tasks.add(
          () -> {
            List<Paper> papers = new ArrayList<>();
            for (int i = 0; i < each; i++) {
              papers.add(change(Act.SEND_PRO_FORMA, required(make(Act.DRAFT_PRO_FORMA, book))));
            }
            return papers;
          });
    }
    return all(tasks).stream().flatMap(List::stream).toList();
  }

  /**
   * So many lives for each practice: of five, one is over, one's bill is partly paid, one has come
   * to a draft of the bill, one is an offer and one a draft of it.
   */
  void lives(List<Book> books, int each) throws Exception {
    matters(books, each);
    List<List<Paper>> accepted = new CopyOnWriteArrayList<>();
    perBook(books, book -> accepted.add(quotes(book, each)));
    int invoices = accepted.stream().mapToInt(List::size).sum();
    progress("  %,d pro formas accepted, waiting for their invoices", invoices);
    await(() -> log.count().invoices() >= invoices, "invoices");
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (List<Paper> drafts : accepted) {
      tasks.add(
          () -> {
            bills(drafts);
            return true;
          });
    }
    all(tasks);
    awaitQuiet(books);
  }

  private List<Paper> quotes(Book book, int each) throws InterruptedException {
    List<Paper> accepted = new ArrayList<>();
    for (int life = 0; life < each; life++) {
      for (int entry = 0; entry < TIMES; entry++) {
        make(Act.LOG_TIME, book);
      }
      Paper paper = required(make(Act.DRAFT_PRO_FORMA, book));
      if (life % STAGES == DRAFTED) {
        stock.put(Act.SEND_PRO_FORMA, paper);
        continue;
      }
      paper = change(Act.SEND_PRO_FORMA, paper);
      if (life % STAGES == OFFERED) {
        stock.put(Act.ACCEPT, paper);
      } else {
        accepted.add(change(Act.ACCEPT, paper));
      }
    }
    return accepted;
  }

  private void bills(List<Paper> drafts) throws InterruptedException {
    for (int i = 0; i < drafts.size(); i++) {
      if (i % OFFERED == 2) {
        stock.put(Act.SEND_INVOICE, drafts.get(i));
        continue;
      }
      Paper part = change(Act.PAY, change(Act.SEND_INVOICE, drafts.get(i)));
      if (i % OFFERED == 1) {
        stock.put(Act.PAY, part);
      } else {
        change(Act.PAY, part);
      }
    }
  }

  /** Until all work is done and all caches are made. */
  private void awaitQuiet(List<Book> books) throws Exception {
    awaitWork();
    for (Book book : books) {
      // The first question of a practice makes its cache.
      site.get(Reading.COUNTS.path(book), book.token, null).orFail("The counts");
      if (book.invoices.isEmpty()) {
        throw new IllegalStateException("a practice has no invoice: give it more lives");
      }
    }
  }

  /** Until papers and mails are made and every group has read everything. */
  void awaitWork() throws Exception {
    await(
        () -> {
          Log.Counted now = log.count();
          return now.papersWaiting() == 0 && now.mailsWaiting() == 0;
        },
        "papers and mails");
    await(() -> Groups.lag(site) == 0, "projectors");
  }

  private @Nullable Paper make(Act act, Book book) {
    Reply reply =
        site.post(act.place(book), book.token, act.body(book), null).orFail("To " + act.said);
    return act.then(book, reply);
  }

  /** Looks and changes, again while workers write down what they made. */
  private Paper change(Act act, Paper paper) throws InterruptedException {
    for (int i = 0; ; i++) {
      Reply seen =
          site.get(
              act.read(paper),
              paper.book().token,
              paper.position().isEmpty() ? null : paper.position());
      Reply reply =
          seen.isGood()
              ? site.post(act.place(paper), paper.book().token, act.body(paper), seen.etag())
              : seen;
      if (reply.isGood()) {
        Paper next = act.then(paper, reply);
        return next == null ? paper : next;
      }
      if (i == TRIES || reply.status() != 412 && reply.status() != 404 && reply.status() != 503) {
        reply.orFail("To " + act.said);
      }
      TimeUnit.MILLISECONDS.sleep(50L * Math.min(i + 1, 10));
    }
  }

  private static Paper required(@Nullable Paper paper) {
    return java.util.Objects.requireNonNull(paper);
  }

  private interface Past {
    void live(Book book) throws Exception;
  }

  private static void perBook(List<Book> books, Past past) throws Exception {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (Book book : books) {
      tasks.add(
          () -> {
            past.live(book);
            return true;
          });
    }
    all(tasks);
  }

  private static <T> List<T> all(List<Callable<T>> tasks) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : people.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the practices could not be filled", e.getCause());
    } finally {
      people.shutdownNow();
    }
  }

  private interface Condition {
    boolean holds() throws SQLException;
  }

  private static void await(Condition condition, String what) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the " + what + " did not come to an end");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }
}
