package za.lexohub.benchmarks;

import java.time.Duration;
import java.util.List;
import za.lexohub.benchmarks.mixed.InvoiceRun;

/** Invoices asked for over HTTP by waiting clients of many practices, everything else going on. */
final class GenerateInvoiceBenchmark implements Benchmark {

  @Override
  public String help() {
    return "invoices over HTTP with everything on, by clients that wait for their answers, and how"
        + " fast papers and mails follow; --clients 1,16,64 --tenants 200 --seconds 10"
        + " --of fixed-fee,pro-forma (an agreed fee at once, or the acceptance of a quote whose"
        + " saga makes the invoice) --drain 120 (seconds at most) --heap 2g";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    boolean smoke = options.smoke();
    List<Integer> clients =
        smoke ? options.numbers("clients", 2) : options.numbers("clients", 1, 16, 64);
    int tenants = options.number("tenants", smoke ? 4 : 200);
    int seconds = options.number("seconds", smoke ? 2 : 10);
    int drain = options.number("drain", smoke ? 15 : 120);
    List<String> of = options.words("of", InvoiceRun.FIXED_FEE, InvoiceRun.PRO_FORMA);
    String heap = options.text("heap", "2g");
    options.requireNoOther();
    try (InvoiceRun run = InvoiceRun.start(tenants, heap)) {
      for (String kind : of) {
        for (int number : clients) {
          run.measure(kind, number, Duration.ofSeconds(seconds), Duration.ofSeconds(drain));
        }
      }
      run.tell(report);
    }
  }
}
