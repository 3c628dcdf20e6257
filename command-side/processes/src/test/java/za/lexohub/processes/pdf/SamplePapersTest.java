package za.lexohub.processes.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.processes.Log;
import za.lexohub.processes.Samples;

/**
 * Writes one paper of every kind to {@code target/samples}, to be looked at:
 *
 * <pre>mvn -pl command-side/processes -am test -Dtest=SamplePapersTest
 *     -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class SamplePapersTest {

  private static final Path SAMPLES = Path.of("target", "samples");
  private final PdfRenderer renderer = new PdfRenderer();

  @Test
  void taxInvoiceFitsOnePage() throws IOException {
    assertThat(pages("tax-invoice", invoice(log -> new Samples(log).draftInvoice().sent(), PdfKind.ORIGINAL))).isOne();
  }

  @Test
  void invoiceOfANonVendorFitsOnePage() throws IOException {
    assertThat(
            pages(
                "invoice-without-vat",
                invoice(
                    log -> new Samples(log).withoutVat().draftInvoice().sent(), PdfKind.ORIGINAL)))
        .isOne();
  }

  @Test
  void draftFitsOnePage() throws IOException {
    assertThat(
            pages(
                "draft",
                invoice(
                    log -> new Samples(log).draftInvoice().requestDraftPdf(), PdfKind.DRAFT)))
        .isOne();
  }

  @Test
  void sixtyLinesRunOverPages() throws IOException {
    assertThat(
            pages(
                "long-tax-invoice",
                invoice(log -> new Samples(log).longInvoice().sent(), PdfKind.ORIGINAL)))
        .isBetween(3, 4);
  }

  @Test
  void proFormaFitsOnePage() throws IOException {
    try (Log log = new Log()) {
      new Samples(log).openMatter().draftProForma().sendProForma("hash").requestProFormaPdf();
      ProFormaDocument quote =
          new ProFormaFold(log.store(), log)
              .pending(Samples.TENANT, Samples.PRO_FORMA, 1)
              .orElseThrow();
      assertThat(pages("pro-forma", renderer.render(quote).content())).isOne();
    }
  }

  private byte[] invoice(java.util.function.Consumer<Log> story, PdfKind kind) {
    try (Log log = new Log()) {
      story.accept(log);
      return renderer
          .render(
              new InvoiceFold(log.store(), log)
                  .pending(Samples.TENANT, Samples.INVOICE, kind, 1)
                  .orElseThrow())
          .content();
    }
  }

  private static int pages(String name, byte[] pdf) throws IOException {
    Files.createDirectories(SAMPLES);
    Files.write(SAMPLES.resolve(name + ".pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }
}
