package za.lexohub.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Verifies a proof, a pack, an export or tiles from the command line, offline. Exit code 0:
 * verified; 1: altered, each finding on a line; 2: nothing could be checked (wrong words, no such
 * file).
 */
public final class Verify {

  private static final int VERIFIED = 0;
  private static final int ALTERED = 1;
  private static final int UNREADABLE = 2;

  /** Runs {@link #run} and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, out, err));
  }

  /**
   * Does what the arguments say, writes the report to {@code out} and progress and usage to {@code
   * err}, and returns the exit code.
   */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean json = words.remove("--json");
    if (words.isEmpty() || words.contains("--help") || words.getFirst().equals("help")) {
      boolean asked = !words.isEmpty();
      help(asked ? out : err);
      return asked ? VERIFIED : UNREADABLE;
    }
    String command = words.removeFirst();
    Findings findings = new Findings();
    Progress progress = new Progress(err);
    try {
      Options options = options(command, words);
      switch (command) {
        case "proof" -> ProofCommand.run(options, findings);
        case "pack" -> PackCommand.run(options, findings, progress);
        case "export" -> ExportCommand.run(options, findings, progress);
        default -> TilesCommand.run(options, findings, progress);
      }
      if (json) {
        findings.printJson(options.given(), out);
      } else {
        findings.print(options.given(), out);
      }
      return findings.none() ? VERIFIED : ALTERED;
    } catch (Unreadable | IOException e) {
      String reason = e instanceof IOException ? "cannot be read: " + e : e.getMessage();
      if (json) {
        out.println("{\"verdict\":\"unreadable\",\"reason\":" + Json.quote(reason) + "}");
      }
      err.println("NOTHING VERIFIED: " + reason);
      err.println("(help: --help)");
      return UNREADABLE;
    } catch (RuntimeException e) {
      // A fault of the verifier itself must look neither like a good verdict nor like a bad one.
      err.println("NOTHING VERIFIED: the verifier failed: " + e);
      return UNREADABLE;
    }
  }

  private static Options options(String command, List<String> words) throws Unreadable {
    return switch (command) {
      case "proof" -> Options.read(words, known(), 2);
      case "pack" -> Options.read(words, Set.of(Options.KEY, Options.KEYS, Options.PACK_KEY), 1);
      case "export" -> Options.read(words, known("--checkpoint", "--tiles", Options.UNSEALED), 1);
      case "tiles" -> Options.read(words, known("--checkpoint"), 1);
      default -> throw new Unreadable("unknown command: " + command);
    };
  }

  private static Set<String> known(String... more) {
    Set<String> known = new HashSet<>(List.of(more));
    known.addAll(List.of(Options.KEY, Options.KEYS, Options.KEY_CHANGE));
    return known;
  }

  private static void help(PrintStream to) {
    try (InputStream in = Verify.class.getResourceAsStream("help.txt")) {
      to.print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      to.println("usage: proof | pack | export | tiles");
    }
  }

  private Verify() {}
}
