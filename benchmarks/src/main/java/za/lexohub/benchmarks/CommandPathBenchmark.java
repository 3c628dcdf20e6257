package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.contestant.Contestant.JDBC;
import static za.lexohub.benchmarks.contestant.Contestant.JDBC_CACHED;
import static za.lexohub.benchmarks.contestant.Contestant.JPA;
import static za.lexohub.benchmarks.contestant.Contestant.OURS;

import java.util.UUID;
import za.lexohub.benchmarks.contestant.Contestant;
import za.lexohub.benchmarks.contestant.Node;

/** From the command gateway through the aggregate to the log and back. */
final class CommandPathBenchmark implements Benchmark {

  /** As long as the life of a pro forma: the aggregate is loaded with so many events at most. */
  private static final int LIFE = 10;

  @Override
  public String help() {
    return "gateway, bus, aggregate load, append; --clients 1,16,64 --nodes 1 --seconds 2 --rounds"
        + " 3 --warm-up 1 --connections 32 --contestants"
        + " lexohub,axon-jdbc,axon-jdbc-cached,axon-jpa";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    Duel duel =
        new Duel(
            "command path: lives of " + LIFE + " commands, one event each",
            "clients",
            options.words("contestants", OURS, JDBC, JDBC_CACHED, JPA),
            java.util.List.of("lives"),
            CommandPathBenchmark::work,
            options);
    options.requireNoOther();
    duel.fight(report, JDBC);
    report.note("lexohub keeps an idempotency key and a leaf hash per command; its peers do not.");
    report.note(
        "lexohub and axon-jdbc-cached keep aggregates in memory; only lexohub asks the log before"
            + " it refuses, or answers without an event, by what is kept.");
  }

  private static Load.Work work(Contestant contestant, int client, String ignored) {
    Node node = contestant.nodeOf(client);
    UUID[] aggregate = {UUID.randomUUID()};
    int[] age = {0};
    return () -> {
      if (age[0]++ == LIFE) {
        aggregate[0] = UUID.randomUUID();
        age[0] = 1;
      }
      node.command(aggregate[0]);
    };
  }
}
