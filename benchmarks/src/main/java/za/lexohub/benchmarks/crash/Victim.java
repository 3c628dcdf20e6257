package za.lexohub.benchmarks.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.ConfigurableApplicationContext;
import za.lexohub.benchmarks.contestant.LexoHubNode;
import za.lexohub.benchmarks.contestant.Samples;
import za.lexohub.benchmarks.contestant.Tally;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.ledger.CommandLedger;
import za.lexohub.messages.ledger.CommandOutcome;

/**
 * The application that is killed: the command side in a process of its own. It does with a request
 * what the HTTP edge does, but takes it from a line of standard input and answers with a line of
 * standard output: {@code ok key version position}, or {@code no key cause} when the client has to
 * ask again. It ends with its input.
 */
final class Victim {

  private final CommandGateway commands;
  private final CommandLedger ledger;
  private final PrintStream answers;

  private Victim(ConfigurableApplicationContext context, PrintStream answers) {
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
    try (ConfigurableApplicationContext context = LexoHubNode.context(said);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Victim victim = new Victim(context, answers);
      victim.say("ready");
      BufferedReader requests =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = requests.readLine(); line != null; line = requests.readLine()) {
        Request request = Request.of(line);
        threads.execute(() -> victim.answer(request));
      }
    }
  }

  private void answer(Request request) {
    try {
      CommandOutcome outcome = outcome(request);
      say("ok " + request.key() + " " + outcome.version() + " " + outcome.position());
    } catch (RuntimeException e) {
      say("no " + request.key() + " " + e.getClass().getSimpleName());
    }
  }

  /** A repeat is answered from the ledger; so is the first time. */
  private CommandOutcome outcome(Request request) {
    Map<String, Object> metadata =
        Samples.idempotent(Samples.metadata(request.stream()), request.key(), request.stream());
    TenantId tenant = new TenantId((String) metadata.get(MetadataKeys.TENANT));
    Optional<CommandOutcome> before = ledger.find(tenant, request.key());
    if (before.isPresent()) {
      return before.get();
    }
    try {
      commands.sendAndWait(
          new GenericCommandMessage<>(
                  new Tally.Count(request.stream(), request.key(), request.events()))
              .andMetaData(metadata));
    } catch (CommandLedger.KeyTaken meanwhile) {
      // An earlier attempt of the same request has got through.
    }
    return ledger.find(tenant, request.key()).orElseThrow();
  }

  private synchronized void say(String line) {
    answers.print(line + "\n");
    answers.flush();
  }
}
