package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.Report.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import za.lexohub.benchmarks.contestant.Contestant;

/** The same load on every contestant, for every number of nodes and clients. */
final class Duel {

  /** Makes the work of one client. */
  interface Work {
    Load.Work of(Contestant contestant, int client, String kind);
  }

  private final String title;
  private final String clientsColumn;
  private final List<String> contestants;
  private final List<String> kinds;
  private final Work work;
  private final List<Integer> clients;
  private final List<Integer> nodes;
  private final Duration duration;
  private final int warmUps;
  private final int rounds;
  private final int connections;

  Duel(
      String title,
      String clientsColumn,
      List<String> contestants,
      List<String> kinds,
      Work work,
      Options options) {
    this.title = title;
    this.clientsColumn = clientsColumn;
    this.contestants = contestants;
    this.kinds = kinds;
    this.work = work;
    boolean smoke = options.smoke();
    clients = smoke ? options.numbers(clientsColumn, 4) : options.numbers(clientsColumn, 1, 16, 64);
    boolean append = clientsColumn.equals("writers");
    nodes = append && !smoke ? options.numbers("nodes", 1, 2) : options.numbers("nodes", 1);
    duration =
        Duration.ofMillis(options.number("seconds", smoke ? 0 : 2) * 1000L + (smoke ? 200 : 0));
    warmUps = options.number("warm-up", smoke ? 0 : 1);
    rounds = options.number("rounds", smoke ? 1 : 3);
    connections = options.number("connections", 32);
  }

  void fight(Report report, String reference) throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Server server = Server.start()) {
      for (int count : nodes) {
        List<Contestant> started = new ArrayList<>();
        try {
          for (String name : contestants) {
            progress("Starting %s with %d node(s)", name, count);
            String database = name.replace('-', '_') + "_" + count;
            started.add(Contestant.start(name, server.database(database), count, connections));
          }
          for (String kind : kinds) {
            for (int number : clients) {
              rows.addAll(cell(started, count, kind, number, reference));
            }
          }
        } finally {
          started.forEach(Contestant::close);
        }
      }
    }
    report.table(
        "%s; medians of %d rounds of %.1f s, ratio to %s"
            .formatted(title, rounds, duration.toMillis() / 1000.0, reference),
        rows);
  }

  private List<Map<String, Object>> cell(
      List<Contestant> started, int nodes, String kind, int clients, String reference)
      throws Exception {
    Map<Contestant, List<Measured>> results =
        Rounds.alternate(
            started,
            warmUps,
            rounds,
            contestant -> {
              Measured measured =
                  Load.run(clients, duration, client -> work.of(contestant, client, kind));
              progress(
                  "%d node(s), %s, %d %s: %-12s %,9.0f/s  p50 %.2f ms  p99 %.2f ms",
                  nodes,
                  kind,
                  clients,
                  clientsColumn,
                  contestant.name(),
                  measured.perSecond(),
                  measured.p50(),
                  measured.p99());
              return measured;
            });
    Measured base =
        results.entrySet().stream()
            .filter(entry -> entry.getKey().name().equals(reference))
            .map(entry -> Measured.median(entry.getValue()))
            .findFirst()
            .orElse(new Measured(Double.NaN, Double.NaN, Double.NaN));
    List<Map<String, Object>> rows = new ArrayList<>();
    results.forEach(
        (contestant, rounds) -> {
          Measured median = Measured.median(rounds);
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("nodes", nodes);
          row.put("kind", kind);
          row.put(clientsColumn, clients);
          row.put("contestant", contestant.name());
          row.put("per second", median.perSecond());
          row.put("p50 ms", median.p50());
          row.put("p99 ms", median.p99());
          row.put("ratio", median.perSecond() / base.perSecond());
          row.put("p99 ratio", median.p99() / base.p99());
          row.put("rounds", spread(rounds));
          rows.add(row);
        });
    return rows;
  }

  /** Slowest and fastest round, to see how much the machine was disturbed. */
  private static String spread(List<Measured> rounds) {
    return "%.0f–%.0f"
        .formatted(
            rounds.stream().mapToDouble(Measured::perSecond).min().orElse(Double.NaN),
            rounds.stream().mapToDouble(Measured::perSecond).max().orElse(Double.NaN));
  }
}
