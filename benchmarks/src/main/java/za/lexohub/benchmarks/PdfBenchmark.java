package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.Report.progress;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import za.lexohub.processes.pdf.SampleInvoices;

/**
 * Tax invoices by the product's renderer, its fonts embedded, on one thread and on all processors.
 */
final class PdfBenchmark implements Benchmark {

  private static final int WARM_UP = 200;

  private record Rendered(Measured measured, double perProcessorSecond) {}

  @Override
  public String help() {
    return "tax invoices of twelve lines, fonts embedded, per processor and second;"
        + " --threads 1,(all processors) --seconds 5 --rounds 3";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    boolean smoke = options.smoke();
    List<Integer> threads =
        options.numbers("threads", 1, Runtime.getRuntime().availableProcessors());
    Duration duration = Duration.ofSeconds(options.number("seconds", smoke ? 1 : 5));
    int rounds = options.number("rounds", smoke ? 1 : 3);
    options.requireNoOther();
    SampleInvoices invoices = new SampleInvoices();
    AtomicInteger number = new AtomicInteger();
    byte[] first = invoices.render(number.incrementAndGet());
    if (!SampleInvoices.embedsFont(first)) {
      throw new IllegalStateException("the paper has no font in it");
    }
    progress("Warming up");
    for (int i = 0; i < (smoke ? 1 : WARM_UP); i++) {
      invoices.render(number.incrementAndGet());
    }
    Map<Integer, List<Rendered>> results = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (int clients : threads) {
        Rendered rendered = once(clients, duration, invoices, number);
        progress(
            "%d thread(s): %.0f/s, %.0f per processor and second",
            clients, rendered.measured().perSecond(), rendered.perProcessorSecond());
        results.computeIfAbsent(clients, c -> new ArrayList<>()).add(rendered);
      }
    }
    report.table(
        "invoices of twelve lines, %,d bytes each; medians of %d rounds of %d s"
            .formatted(first.length, rounds, duration.toSeconds()),
        rows(results));
    report.note(
        "Per processor and second: of processor time that this process was given, whatever else the"
            + " machine did. The goal is 50.");
  }

  private static Rendered once(
      int threads, Duration duration, SampleInvoices invoices, AtomicInteger number)
      throws Exception {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    AtomicInteger made = new AtomicInteger();
    long before = system.getProcessCpuTime();
    Measured measured =
        Load.run(
            threads,
            duration,
            client ->
                () -> {
                  invoices.render(number.incrementAndGet());
                  made.incrementAndGet();
                });
    return new Rendered(measured, made.get() / ((system.getProcessCpuTime() - before) / 1e9));
  }

  private static List<Map<String, Object>> rows(Map<Integer, List<Rendered>> results) {
    List<Map<String, Object>> rows = new ArrayList<>();
    results.forEach(
        (threads, all) -> {
          Measured median = Measured.median(all.stream().map(Rendered::measured).toList());
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("threads", threads);
          row.put("per second", median.perSecond());
          row.put("p50 ms", median.p50());
          row.put("p99 ms", median.p99());
          row.put(
              "per processor and second",
              Measured.median(all.stream().mapToDouble(Rendered::perProcessorSecond).toArray()));
          rows.add(row);
        });
    return rows;
  }
}
