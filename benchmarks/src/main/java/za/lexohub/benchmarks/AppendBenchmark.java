package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.contestant.Contestant.JDBC;
import static za.lexohub.benchmarks.contestant.Contestant.JPA;
import static za.lexohub.benchmarks.contestant.Contestant.OURS;
import static za.lexohub.benchmarks.contestant.Contestant.PLAIN;

import java.util.UUID;
import za.lexohub.benchmarks.contestant.Contestant;
import za.lexohub.benchmarks.contestant.Node;

/** Events to the log, one per append, without a command around it. */
final class AppendBenchmark implements Benchmark {

  @Override
  public String help() {
    return "one event per append; --writers 1,16,64 --nodes 1,2 --streams new,existing --seconds 2"
        + " --rounds 3 --warm-up 1 --connections 32"
        + " --contestants lexohub,axon-jdbc,axon-jpa,plain-insert";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    Duel duel =
        new Duel(
            "append, one event",
            "writers",
            options.words("contestants", OURS, JDBC, JPA, PLAIN),
            options.words("streams", "new", "existing"),
            AppendBenchmark::work,
            options);
    options.requireNoOther();
    duel.fight(report, PLAIN);
    report.note(
        "lexohub serialises, hashes and keeps an idempotency key; axon-jdbc and axon-jpa serialise;"
            + " plain-insert stores bytes made beforehand. Ratios are to plain-insert in the same"
            + " run.");
  }

  private static Load.Work work(Contestant contestant, int client, String streams) {
    Node node = contestant.nodeOf(client);
    if (streams.equals("new")) {
      return () -> node.append(UUID.randomUUID(), 0);
    }
    UUID stream = UUID.randomUUID();
    long[] next = {0};
    return () -> node.append(stream, next[0]++);
  }
}
