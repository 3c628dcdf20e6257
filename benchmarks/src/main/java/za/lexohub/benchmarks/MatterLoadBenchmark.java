package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.Report.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.context.ConfigurableApplicationContext;
import za.lexohub.benchmarks.contestant.Domain;
import za.lexohub.benchmarks.contestant.LexoHubNode;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterCommands.OpenMatter;
import za.lexohub.messages.matter.MatterEvents.TimeLogged;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.AdvocateCommands.RegisterAdvocate;
import za.lexohub.messages.practice.AdvocateId;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.PracticeProfile;
import za.lexohub.messages.work.WorkCommands.LogTime;
import za.lexohub.messages.work.WorkItemId;

/** What a matter with very many work items costs a command, which reads all of them. */
final class MatterLoadBenchmark implements Benchmark {

  private static final TenantId TENANT = new TenantId("practice");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
  private static final Money RATE = Money.cents(250_000);
  private static final int AT_ONCE = 500;

  @Override
  public String help() {
    return "one more work item on a matter that has many; --items 10,100,1000,5000 --commands 30"
        + " --rounds 3 --warm-up 1";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    boolean smoke = options.smoke();
    List<Integer> lengths =
        smoke ? options.numbers("items", 10, 100) : options.numbers("items", 10, 100, 1000, 5000);
    int commands = options.number("commands", smoke ? 3 : 30);
    int rounds = options.number("rounds", smoke ? 1 : 3);
    int warmUps = options.number("warm-up", smoke ? 0 : 1);
    options.requireNoOther();
    try (Server server = Server.start()) {
      Database database = server.database("matters");
      try (ConfigurableApplicationContext node =
          LexoHubNode.context(new HashMap<>(database.properties()), Domain.class)) {
        Map<Integer, MatterId> matters = matters(node, lengths);
        Map<Integer, Double> reads = new HashMap<>();
        Map<Integer, List<Measured>> results =
            Rounds.alternate(
                lengths,
                warmUps,
                rounds,
                length -> {
                  MatterId matter = matters.get(length);
                  reads.put(length, milliseconds(commands, () -> read(node, matter)).p50());
                  Measured measured =
                      milliseconds(commands, () -> send(node, logTime(matter), matter));
                  progress("%,6d items: %.1f ms a command", length, measured.p50());
                  return measured;
                });
        report.table(
            "one more work item on a matter; medians of %d rounds of %d commands, one after the other"
                .formatted(rounds, commands),
            rows(results, reads));
      }
    }
    report.note(
        "To read is to fetch and decode the whole stream; the command does that, folds it, decides"
            + " and appends. There are no snapshots and no cached aggregates.");
  }

  private static List<Map<String, Object>> rows(
      Map<Integer, List<Measured>> results, Map<Integer, Double> reads) {
    List<Map<String, Object>> rows = new ArrayList<>();
    results.forEach(
        (length, all) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("items", length);
          row.put("read p50 ms", reads.get(length));
          row.put("command p50 ms", Measured.median(all).p50());
          row.put("command p99 ms", Measured.median(all).p99());
          row.put("commands per second", Measured.median(all).perSecond());
          rows.add(row);
        });
    return rows;
  }

  private static Map<Integer, MatterId> matters(
      ConfigurableApplicationContext node, List<Integer> lengths) {
    AdvocateId practice = AdvocateId.of(TENANT);
    send(
        node,
        new RegisterAdvocate(
            practice, TENANT, Bar.JOHANNESBURG, PracticeProfile.REFERRAL, sealed()),
        practice);
    Map<Integer, MatterId> matters = new HashMap<>();
    for (int length : lengths) {
      MatterId matter = new MatterId(new UUID(1, length));
      Party party = new Party(sealed(), true);
      send(
          node,
          new OpenMatter(
              matter, TENANT, "Opinion", party, party, sealed(), false, null, DAY, false),
          matter);
      matters.put(length, matter);
      EventStorageEngine engine = node.getBean(EventStorageEngine.class);
      for (int done = 0; done < length; done += AT_ONCE) {
        List<DomainEventMessage<?>> items = new ArrayList<>();
        for (int item = done; item < Math.min(length, done + AT_ONCE); item++) {
          items.add(
              new GenericDomainEventMessage<>(
                  "Matter", matter.toString(), item + 1L, logged(matter, item), metadata(matter)));
        }
        engine.appendEvents(items);
      }
    }
    return matters;
  }

  private static TimeLogged logged(MatterId matter, int item) {
    return new TimeLogged(
        matter,
        new WorkItemId(new UUID(2, item)),
        DAY,
        60,
        RATE,
        RATE,
        true,
        VatTreatment.STANDARD,
        sealed());
  }

  private static LogTime logTime(MatterId matter) {
    return new LogTime(
        matter,
        TENANT,
        new WorkItemId(UUID.randomUUID()),
        DAY,
        60,
        RATE,
        true,
        VatTreatment.STANDARD,
        sealed(),
        DAY);
  }

  private static void read(ConfigurableApplicationContext node, MatterId matter) {
    node.getBean(EventStorageEngine.class)
        .readEvents(matter.toString())
        .forEachRemaining(DomainEventMessage::getPayload);
  }

  private static void send(
      ConfigurableApplicationContext node, TenantCommand command, Object target) {
    node.getBean(CommandGateway.class)
        .sendAndWait(new GenericCommandMessage<>(command).andMetaData(metadata(target)));
  }

  private static Map<String, Object> metadata(Object target) {
    return Map.of(
        MetadataKeys.TENANT, TENANT.value(),
        MetadataKeys.ACTOR_TYPE, "ADVOCATE",
        MetadataKeys.ACTOR_ID, TENANT.value(),
        MetadataKeys.CORRELATION_ID, target.toString(),
        MetadataKeys.CAUSATION_ID, target.toString());
  }

  /** Of the length that sealed words have. */
  private static PersonalData sealed() {
    return new PersonalData(
        new UUID(3, 3), new UUID(4, 4), "AAAAAAAAAAAAAAAA", "c2VhbGVk".repeat(12));
  }

  private static Measured milliseconds(int times, Runnable work) {
    double[] taken = new double[times];
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      work.run();
      taken[i] = (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Arrays.sort(taken);
    return new Measured(
        times / seconds, Measured.median(taken), taken[Math.max(0, (int) (times * 0.99) - 1)]);
  }
}
