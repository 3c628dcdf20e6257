package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.Report.progress;
import static za.lexohub.benchmarks.contestant.Contestant.JDBC;
import static za.lexohub.benchmarks.contestant.Contestant.OURS;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import za.lexohub.benchmarks.contestant.Contestant;
import za.lexohub.benchmarks.contestant.Generator;
import za.lexohub.embedded.postgres.Database;

/** Every event in order, its payload decoded, against the rows alone. */
final class ReadAllBenchmark implements Benchmark {

  private static final String SELECT = "plain-select";
  private static final int FETCH = 1000;

  @Override
  public String help() {
    return "all events in order, decoded, against a cursor without decoding; --events 1000000"
        + " --rounds 3 --warm-up 1 --contestants plain-select,lexohub,axon-jdbc";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    long events = options.number("events", options.smoke() ? 5_000 : 1_000_000);
    int rounds = options.number("rounds", options.smoke() ? 1 : 3);
    int warmUps = options.number("warm-up", options.smoke() ? 0 : 1);
    List<String> names = options.words("contestants", SELECT, OURS, JDBC);
    options.requireNoOther();
    try (Server server = Server.start();
        Contestant ours = Contestant.start(OURS, server.database("lexohub"), 1, 8)) {
      List<Reader> readers = new ArrayList<>();
      progress("Filling %,d events", events);
      Generator.fillOurs(ours.database(), events, done -> progress("  lexohub %,d", done));
      readers.add(new Reader(SELECT, () -> select(ours.database(), events)));
      readers.add(new Reader(OURS, () -> read(ours, events)));
      Contestant axon = null;
      if (names.contains(JDBC)) {
        axon = Contestant.start(JDBC, server.database("axon"), 1, 8);
        Generator.fillAxon(axon.database(), events, done -> progress("  axon-jdbc %,d", done));
        Contestant started = axon;
        readers.add(new Reader(JDBC, () -> read(started, events)));
      }
      try {
        readers.removeIf(reader -> !names.contains(reader.name()));
        measure(readers, warmUps, rounds, events, report);
      } finally {
        if (axon != null) {
          axon.close();
        }
      }
    }
  }

  private static void measure(
      List<Reader> readers, int warmUps, int rounds, long events, Report report) throws Exception {
    Map<Reader, List<Measured>> results =
        Rounds.alternate(
            readers,
            warmUps,
            rounds,
            reader -> {
              Parts parts = reader.all().read();
              progress(
                  "%-12s %,9.0f/s  first tenth %,9.0f/s  last tenth %,9.0f/s",
                  reader.name(), parts.whole(), parts.first(), parts.last());
              // The places of the latencies carry the two tenths.
              return new Measured(parts.whole(), parts.first(), parts.last());
            });
    double base =
        results.entrySet().stream()
            .filter(entry -> entry.getKey().name().equals(SELECT))
            .mapToDouble(entry -> Measured.median(entry.getValue()).perSecond())
            .findFirst()
            .orElse(Double.NaN);
    List<Map<String, Object>> rows = new ArrayList<>();
    results.forEach(
        (reader, all) -> {
          Measured median = Measured.median(all);
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("contestant", reader.name());
          row.put("events per second", median.perSecond());
          row.put("ratio", median.perSecond() / base);
          row.put("first tenth per second", median.p50());
          row.put("last tenth per second", median.p99());
          rows.add(row);
        });
    report.table(
        "read all in order, %,d events; medians of %d rounds, ratio to %s"
            .formatted(events, rounds, SELECT),
        rows);
    report.note(
        "plain-select reads every column of the same table through a cursor (fetch size "
            + FETCH
            + ") and decodes nothing; lexohub and axon-jdbc read as a streaming processor does and"
            + " decode payload and metadata of every event on one thread.");
  }

  private record Reader(String name, All all) {}

  private interface All {
    Parts read() throws SQLException;
  }

  /** Rates of the whole, its first and its last tenth. */
  private record Parts(double whole, double first, double last) {}

  private static final class Clock {
    private final long expected;
    private final long began = System.nanoTime();
    private long seen;
    private long afterFirst;
    private long beforeLast;

    Clock(long expected) {
      this.expected = expected;
    }

    void one() {
      seen++;
      if (seen == expected / 10) {
        afterFirst = System.nanoTime();
      } else if (seen == expected - expected / 10) {
        beforeLast = System.nanoTime();
      }
    }

    Parts parts() {
      long end = System.nanoTime();
      if (seen != expected) {
        throw new IllegalStateException("read " + seen + " events instead of " + expected);
      }
      double tenth = expected / 10 * 1e9;
      return new Parts(
          expected * 1e9 / (end - began), tenth / (afterFirst - began), tenth / (end - beforeLast));
    }
  }

  private static Parts read(Contestant contestant, long events) {
    Clock clock = new Clock(events);
    try (Stream<? extends TrackedEventMessage<?>> all = contestant.nodeOf(0).readAll()) {
      for (Iterator<? extends TrackedEventMessage<?>> i = all.iterator(); i.hasNext(); ) {
        TrackedEventMessage<?> event = i.next();
        Objects.requireNonNull(event.getPayload());
        Objects.requireNonNull(event.getMetaData().get("tenant"));
        clock.one();
      }
    }
    return clock.parts();
  }

  private static Parts select(Database database, long events) throws SQLException {
    Clock clock = new Clock(events);
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.application(), database.password());
        Statement select = connection.createStatement()) {
      connection.setAutoCommit(false);
      select.setFetchSize(FETCH);
      try (ResultSet rows = select.executeQuery("select * from event_log order by position")) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            Objects.requireNonNull(rows.getBytes(column));
          }
          clock.one();
        }
      }
    }
    return clock.parts();
  }
}
