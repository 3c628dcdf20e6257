package za.lexohub.audit;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import za.lexohub.audit.command.ExportCommand;
import za.lexohub.audit.command.Options;
import za.lexohub.audit.command.ReplayCommand;
import za.lexohub.audit.command.RestoredCommand;
import za.lexohub.verifier.Verify;

/**
 * {@code audit verify|export|replay|restored} on a command line: needs no running LexoHub. Ends
 * with 0 when all is well, 1 when something was found, 2 when it could not be done as asked.
 */
public final class AuditCommand {

  private static final String USAGE =
      """
      usage: audit export --jdbc URL --user NAME [--tenant ID | --aggregate ID] [--origin NAME] --out FILE
             writes events as NDJSON: of a tenant, an aggregate, or the whole log
             audit replay --jdbc URL --user NAME
             folds every aggregate from its events and says what came of it
             audit verify ...
             checks a proof, a pack or an export without a network; see audit verify --help
             audit restored --jdbc URL --user OWNER --key LOGKEY --bucket DIR
                            [--origin NAME --by WHO --reason TEXT]
             says which sealed events a restored log lacks; with a new name for the log it records
             that and lets the log be sealed on under that name (docs/runbooks/restore.md)

      URL is like jdbc:postgresql://localhost:5432/lexohub; the password is asked for, or taken from
      LEXOHUB_DB_PASSWORD or PGPASSWORD in the environment. Progress goes to standard error.
      Ends with 0 when all is well, 1 when something was found, 2 when it could not be done.
      """;

  /**
   * @param arguments after the word {@code audit}
   * @return the exit code
   */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    return run(arguments, System::getenv, out, err);
  }

  /**
   * @param environment by name; null for what is not there
   */
  public static int run(
      String[] arguments,
      Function<String, @Nullable String> environment,
      PrintStream out,
      PrintStream err) {
    String verb = arguments.length == 0 ? "" : arguments[0];
    String[] rest =
        arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
    return switch (verb) {
      case "export" ->
          guarded(() -> ExportCommand.run(Options.parse(rest, environment), out, err), err);
      case "replay" ->
          guarded(() -> ReplayCommand.run(Options.parse(rest, environment), out, err), err);
      case "verify" -> Verify.run(rest, out, err);
      case "restored" ->
          guarded(() -> RestoredCommand.run(Options.parse(rest, environment), out, err), err);
      case "help", "--help", "-h" -> {
        out.print(USAGE);
        yield 0;
      }
      default -> {
        err.println(verb.isEmpty() ? "audit what?" : "there is no audit " + verb);
        err.print(USAGE);
        yield 2;
      }
    };
  }

  @FunctionalInterface
  private interface Command {
    int run() throws Exception;
  }

  private static int guarded(Command command, PrintStream err) {
    try {
      return command.run();
    } catch (Options.Unusable unusable) {
      err.println(unusable.getMessage());
      err.print(USAGE);
    } catch (Exception failed) {
      err.println("failed: " + failed.getMessage());
    }
    return 2;
  }

  private AuditCommand() {}
}
