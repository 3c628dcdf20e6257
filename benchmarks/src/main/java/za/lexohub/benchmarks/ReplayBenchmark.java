package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.Report.progress;
import static za.lexohub.benchmarks.contestant.Contestant.JDBC;
import static za.lexohub.benchmarks.contestant.Contestant.OURS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import za.lexohub.benchmarks.contestant.Contestant;
import za.lexohub.benchmarks.contestant.Generator;
import za.lexohub.benchmarks.contestant.Replay;
import za.lexohub.benchmarks.projection.ModelReplay;
import za.lexohub.benchmarks.projection.RawLoad;
import za.lexohub.embedded.postgres.Database;

/** A streaming processor that reads the whole log into a handler that does nothing. */
final class ReplayBenchmark implements Benchmark {

  @Override
  public String help() {
    return "streaming processor into a no-op; --events 200000 --segments 1,4 --batch 100,500"
        + " --rounds 3 --warm-up 1 --connections 16 --contestants lexohub,axon-jdbc; or, with"
        + " --models "
        + String.join(",", ModelReplay.models())
        + " (or all), into these read models as they are configured: --segments 1 --batch 1000";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    boolean smoke = options.smoke();
    long events = options.number("events", smoke ? 3_000 : 200_000);
    boolean intoModels = !options.text("models", "").isEmpty();
    List<Integer> segments;
    List<Integer> batches;
    if (intoModels) {
      segments = options.numbers("segments", 1);
      batches = options.numbers("batch", 1_000);
    } else {
      segments = smoke ? options.numbers("segments", 2) : options.numbers("segments", 1, 4);
      batches = smoke ? options.numbers("batch", 100) : options.numbers("batch", 100, 500);
    }
    int rounds = options.number("rounds", smoke ? 1 : 3);
    int warmUps = options.number("warm-up", smoke ? 0 : 1);
    if (intoModels) {
      List<String> models =
          options.text("models", "").equals("all")
              ? List.of(ModelReplay.models())
              : options.words("models", ModelReplay.models());
      options.requireNoOther();
      models((int) events, segments, batches, warmUps, rounds, models, report);
      return;
    }
    int connections = options.number("connections", 16);
    List<String> names = options.words("contestants", OURS, JDBC);
    options.requireNoOther();
    try (Server server = Server.start()) {
      Database ours = server.database("lexohub");
      Database axon = server.database("axon");
      Contestant.start(OURS, ours, 1, connections).close();
      Contestant.start(JDBC, axon, 1, connections).close();
      progress("Filling %,d events twice", events);
      Generator.fillOurs(ours, events, done -> {});
      Generator.fillAxon(axon, events, done -> {});
      List<Map<String, Object>> rows = new ArrayList<>();
      for (int segment : segments) {
        for (int batch : batches) {
          Map<String, List<Measured>> results =
              Rounds.alternate(
                  names,
                  warmUps,
                  rounds,
                  name -> {
                    double perSecond;
                    if (name.equals(OURS)) {
                      Server.asOwner(ours, List.of("delete from token_entry"));
                      perSecond = Replay.ours(ours, events, segment, batch);
                    } else {
                      Server.asOwner(axon, List.of("drop table if exists tokenentry"));
                      perSecond = Replay.axonJdbc(axon, connections, events, segment, batch);
                    }
                    progress(
                        "%d segment(s), batch %d: %-10s %,9.0f/s", segment, batch, name, perSecond);
                    return new Measured(perSecond, Double.NaN, Double.NaN);
                  });
          rows.addAll(rows(results, segment, batch));
        }
      }
      report.table(
          "replay of %,d events into a no-op handler; medians of %d rounds"
              .formatted(events, rounds),
          rows);
    }
    report.note(
        "From the first event handled to the last. lexohub has the product's processors (dead"
            + " letters, a savepoint per handler, claims extended by the coordinator); axon-jdbc"
            + " has neither dead letters nor savepoints.");
  }

  private static void models(
      int events,
      List<Integer> segments,
      List<Integer> batches,
      int warmUps,
      int rounds,
      List<String> models,
      Report report)
      throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Server server = Server.start();
        ModelReplay replay = new ModelReplay(server, events)) {
      for (int segment : segments) {
        for (int batch : batches) {
          replay.configure(segment, batch);
          Map<String, List<Measured>> results =
              Rounds.alternate(
                  models,
                  warmUps,
                  rounds,
                  model -> {
                    double perSecond = replay.replay(model);
                    progress(
                        "%d segment(s), batch %d: %-16s %,9.0f/s",
                        segment, batch, model, perSecond);
                    return new Measured(perSecond, Double.NaN, Double.NaN);
                  });
          List<Double> raw = new ArrayList<>();
          if (models.contains(ModelReplay.SEARCH)) {
            RawLoad load = replay.documents();
            for (int round = 0; round < rounds; round++) {
              raw.add(load.run());
            }
            progress("%,d documents by bulk requests alone: %.1f s", load.size(), raw.getLast());
          }
          results.forEach(
              (model, all) -> {
                double perSecond = Measured.median(all).perSecond();
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("segments", segment);
                row.put("batch", batch);
                row.put("model", model);
                row.put("events per second", perSecond);
                if (model.equals(ModelReplay.SEARCH)) {
                  double seconds =
                      Measured.median(raw.stream().mapToDouble(Double::doubleValue).toArray());
                  row.put("ratio to a raw load", seconds * perSecond / events);
                }
                rows.add(row);
              });
        }
      }
    }
    report.table(
        "replay of %,d events into read models; medians of %d rounds".formatted(events, rounds),
        rows);
    report.note(
        "From the start of the emptied model's processor until it has applied the last event, those"
            + " that say nothing to it included. The raw load puts the documents that stand in the"
            + " three indexes at the end into empty ones, a thousand at a time; the replay comes to"
            + " them by some six changes each.");
  }

  private static List<Map<String, Object>> rows(
      Map<String, List<Measured>> results, int segments, int batch) {
    double base =
        results.containsKey(JDBC) ? Measured.median(results.get(JDBC)).perSecond() : Double.NaN;
    List<Map<String, Object>> rows = new ArrayList<>();
    results.forEach(
        (name, all) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("segments", segments);
          row.put("batch", batch);
          row.put("contestant", name);
          row.put("events per second", Measured.median(all).perSecond());
          row.put("ratio to axon-jdbc", Measured.median(all).perSecond() / base);
          rows.add(row);
        });
    return rows;
  }
}
