package za.lexohub.benchmarks.mixed;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import za.lexohub.benchmarks.arrivals.Arrivals.Errand;
import za.lexohub.benchmarks.arrivals.Outcomes;
import za.lexohub.benchmarks.arrivals.Outcomes.Standing;

/**
 * What comes next, of all practices: so many of ten requests read, and who changes a document has
 * read it just before. What was written is what the practice's next read asks for.
 */
public final class Day implements Supplier<Errand> {

  static final String OPEN = "open to change";

  private final Site site;
  private final List<Book> books;
  private final Stock stock;
  private final double writeShare;
  private final Random random;
  private volatile Outcomes whole = new Outcomes();
  private volatile Outcomes recent = new Outcomes();
  private long requests;
  private long writes;

  /**
   * @param readShare of all requests
   * @param seed of what is asked, and of whom
   */
  Day(Site site, List<Book> books, Stock stock, double readShare, long seed) {
    this.site = site;
    this.books = books;
    this.stock = stock;
    this.writeShare = 1 - readShare;
    this.random = new Random(seed);
  }

  /** What will be noted from now on. */
  Outcomes begin() {
    recent = new Outcomes();
    Outcomes begun = new Outcomes();
    whole = begun;
    return begun;
  }

  /** What was noted since the last time. */
  Outcomes recent() {
    Outcomes noted = recent;
    recent = new Outcomes();
    return noted;
  }

  /** Whether requests of the kind only look. */
  static boolean reads(String kind) {
    for (Act act : Act.values()) {
      if (act.said.equals(kind)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Errand get() {
    Errand next = writes < writeShare * (requests + 1) ? act() : read();
    requests += next.requests();
    return next;
  }

  private Errand read() {
    Reading reading = reading(random.nextInt(100));
    Book book = books.get(random.nextInt(books.size()));
    return new Once(
        due -> {
          Reply reply = site.get(reading.path(book), book.token, book.toBeSeen());
          note(reading.said, due, reply, false);
        });
  }

  static Reading reading(int ofHundred) {
    int left = ofHundred;
    for (Reading reading : Reading.values()) {
      left -= reading.ofHundred;
      if (left < 0) {
        return reading;
      }
    }
    throw new IllegalStateException("the readings are less than a hundred");
  }

  static Act act(int ofHundred) {
    int left = ofHundred;
    for (Act act : Act.values()) {
      left -= act.ofHundred;
      if (left < 0) {
        return act;
      }
    }
    throw new IllegalStateException("the acts are less than a hundred");
  }

  private Errand act() {
    writes++;
    Act act = act(random.nextInt(100));
    Paper paper = act.changes() ? stock.take(act, System.nanoTime()) : null;
    if (paper != null) {
      return new Twice(act, paper);
    }
    Act made = act.changes() ? Act.LOG_TIME : act;
    Book book = books.get(random.nextInt(books.size()));
    return new Once(
        due -> {
          Reply reply = site.post(made.place(book), book.token, made.body(book), null);
          note(made.said, due, reply, false);
          if (reply.isGood()) {
            book.wrote(reply);
            stock.put(made.next(), made.then(book, reply));
          }
        });
  }

  private void note(String kind, long due, Reply reply, boolean promised) {
    Standing standing =
        reply.isGood() ? Standing.GOOD : promised ? Standing.EXPECTED : Standing.FAILED;
    long took = System.nanoTime() - due;
    whole.add(kind, took, standing, reply.said());
    recent.add(kind, took, standing, reply.said());
  }

  /** One request. */
  private record Once(java.util.function.LongConsumer request) implements Errand {
    @Override
    public int requests() {
      return 1;
    }

    @Override
    public void go(long due) {
      request.accept(due);
    }
  }

  /** Looks at a document and changes it. */
  private final class Twice implements Errand {
    private final Act act;
    private final Paper paper;

    Twice(Act act, Paper paper) {
      this.act = act;
      this.paper = paper;
    }

    @Override
    public int requests() {
      return 2;
    }

    @Override
    public void go(long due) {
      Book book = paper.book();
      Reply seen = site.get(act.read(paper), book.token, seenBefore());
      // An invoice that its saga has not made yet.
      note(OPEN, due, seen, seen.status() == 404);
      if (!seen.isGood()) {
        stock.put(act, later());
        return;
      }
      long again = System.nanoTime();
      Reply reply = site.post(act.place(paper), book.token, act.body(paper), seen.etag());
      // A worker has written down what it made, between the look and the change.
      note(act.said, again, reply, reply.status() == 412);
      if (reply.isGood()) {
        book.wrote(reply);
        stock.put(act.next(), act.then(paper, reply));
      } else if (reply.status() == 412) {
        stock.put(act, later());
      }
    }

    private @Nullable String seenBefore() {
      return paper.position().isEmpty() ? null : paper.position();
    }

    private Paper later() {
      return new Paper(paper.book(), paper.id(), paper.left(), System.nanoTime(), paper.position());
    }
  }
}
