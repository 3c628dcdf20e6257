package za.lexohub.benchmarks.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.ConfigurableApplicationContext;
import za.lexohub.benchmarks.contestant.Domain;
import za.lexohub.benchmarks.contestant.LexoHubNode;
import za.lexohub.benchmarks.contestant.Samples;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.ledger.CommandLedger;

/**
 * A node with the product's aggregates, in a process of its own, which may be killed. It issues
 * what a line of standard input names and answers {@code ok key}, {@code refused key code}, or
 * {@code no key cause} when the client has to ask again. It ends with its input.
 */
final class Office {

  private final CommandGateway commands;
  private final CommandLedger ledger;
  private final PrintStream answers;

  private Office(ConfigurableApplicationContext context, PrintStream answers) {
    this.commands = context.getBean(CommandGateway.class);
    this.ledger = context.getBean(CommandLedger.class);
    this.answers = answers;
  }

  public static void main(String[] properties) throws IOException {
    PrintStream answers = System.out;
    // Logs and answers do not mix.
    System.setOut(System.err);
    Map<String, Object> said = new HashMap<>();
    for (String property : properties) {
      String[] pair = property.split("=", 2);
      said.put(pair[0], pair[1]);
    }
    try (ConfigurableApplicationContext context = LexoHubNode.context(said, Domain.class);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Office office = new Office(context, answers);
      office.say("ready");
      BufferedReader errands =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = errands.readLine(); line != null; line = errands.readLine()) {
        Errand errand = Errand.of(line);
        threads.execute(() -> office.answer(errand));
      }
    }
  }

  private void answer(Errand errand) {
    try {
      int step = 0;
      for (Map.Entry<TenantCommand, String> command : Paperwork.of(errand).entrySet()) {
        once(errand.key() + "-" + step++, command.getKey(), command.getValue());
      }
      say("ok " + errand.key());
    } catch (RuleViolated refused) {
      say("refused " + errand.key() + " " + refused.rule().code());
    } catch (RuntimeException e) {
      say("no " + errand.key() + " " + e.getClass().getSimpleName());
    }
  }

  /** As the HTTP edge does: what the ledger knows is not asked again. */
  private void once(String key, TenantCommand command, String target) {
    TenantId tenant = command.tenant();
    if (ledger.find(tenant, key).isPresent()) {
      return;
    }
    Map<String, Object> metadata = new HashMap<>();
    metadata.put(MetadataKeys.TENANT, tenant.value());
    metadata.put(MetadataKeys.ACTOR_TYPE, "ADVOCATE");
    metadata.put(MetadataKeys.ACTOR_ID, tenant.value());
    metadata.put(MetadataKeys.IDEMPOTENCY_KEY, key);
    metadata.put(MetadataKeys.REQUEST_HASH, Samples.REQUEST_HASH);
    metadata.put(MetadataKeys.TARGET, target);
    try {
      commands.sendAndWait(new GenericCommandMessage<>(command).andMetaData(metadata));
    } catch (RuntimeException e) {
      // What refuses this attempt may be what an earlier one has done.
      if (ledger.find(tenant, key).isEmpty()) {
        throw e;
      }
    }
  }

  private synchronized void say(String line) {
    answers.print(line + "\n");
    answers.flush();
  }
}
