package za.lexohub.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import za.lexohub.benchmarks.crash.CrashRun;

/** The command line: a name, options, and {@code --json FILE} for the numbers. */
public final class Benchmarks {

  private static final Map<String, Benchmark> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("append", new AppendBenchmark());
    BY_NAME.put("command-path", new CommandPathBenchmark());
    BY_NAME.put("read-all", new ReadAllBenchmark());
    BY_NAME.put("replay", new ReplayBenchmark());
    BY_NAME.put("crash", new CrashBenchmark());
    BY_NAME.put("start", new StartBenchmark());
    BY_NAME.put("numbering", new NumberingBenchmark());
    BY_NAME.put("matter-load", new MatterLoadBenchmark());
    BY_NAME.put("counts", new CountsBenchmark());
    BY_NAME.put("sse", new SseBenchmark());
    BY_NAME.put("search", new SearchBenchmark());
    BY_NAME.put("projection-lag", new ProjectionLagBenchmark());
    BY_NAME.put("restore", new RestoreBenchmark());
    BY_NAME.put("mixed", new MixedBenchmark());
    BY_NAME.put("generate-invoice", new GenerateInvoiceBenchmark());
    BY_NAME.put("pdf", new PdfBenchmark());
    BY_NAME.put("soak", new SoakBenchmark());
  }

  private Benchmarks() {}

  /**
   * Exits with 0 when it was measured, 1 when it failed or a promise was broken, 2 on bad usage.
   */
  public static void main(String[] arguments) {
    System.setProperty("axoniq.update-checker.disabled", "true");
    System.setProperty("disable-axoniq-console-message", "true");
    Benchmark benchmark = arguments.length == 0 ? null : BY_NAME.get(arguments[0]);
    if (benchmark == null) {
      usage(arguments);
      System.exit(2);
      return;
    }
    System.exit(run(benchmark, arguments));
  }

  private static int run(Benchmark benchmark, String[] arguments) {
    try {
      Options options = Options.parse(Arrays.copyOfRange(arguments, 1, arguments.length));
      String json = options.text("json", "");
      Report report = new Report(arguments);
      benchmark.run(options, report);
      report.print(System.out);
      if (!json.isEmpty()) {
        report.write(Path.of(json));
      }
      return 0;
    } catch (Options.Wrong e) {
      System.err.println(e.getMessage());
      System.err.println(arguments[0] + ": " + benchmark.help());
      return 2;
    } catch (CrashRun.PromiseBroken e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (Exception e) {
      e.printStackTrace();
      return 1;
    }
  }

  private static void usage(String[] arguments) {
    if (arguments.length > 0) {
      System.err.println("There is no benchmark named " + arguments[0] + ".");
    }
    System.err.println("Usage: benchmarks/run NAME [--OPTION VALUE]... [--json FILE]");
    BY_NAME.forEach((name, b) -> System.err.printf("  %-16s %s%n", name, b.help()));
  }
}
