package za.lexohub.processes.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.PdfKind;

/**
 * Writes one paper of every kind to {@code target/samples}, to be looked at:
 *
 * <pre>mvn -pl command-side/processes -am test -Dtest=SamplePapersTest
 *     -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class SamplePapersTest {

  private static final Path SAMPLES = Path.of("target", "samples");

  @Test
  void taxInvoiceFitsOnePage() throws IOException {
    assertThat(pages("tax-invoice", Papers.original(story -> story.draftInvoice().sent()))).isOne();
  }

  @Test
  void invoiceOfANonVendorFitsOnePage() throws IOException {
    byte[] pdf = Papers.original(story -> story.withoutVat().draftInvoice().sent());
    assertThat(pages("invoice-without-vat", pdf)).isOne();
  }

  @Test
  void draftFitsOnePage() throws IOException {
    assertThat(pages("draft", Papers.draft(story -> story.draftInvoice().requestDraftPdf())))
        .isOne();
  }

  @Test
  void sixtyLinesRunOverPages() throws IOException {
    assertThat(pages("long-tax-invoice", Papers.original(story -> story.longInvoice().sent())))
        .isBetween(2, 4);
  }

  @Test
  void proFormaFitsOnePage() throws IOException {
    byte[] pdf =
        Papers.proForma(
            story -> story.openMatter().draftProForma().sendProForma("hash").requestProFormaPdf());
    assertThat(pages("pro-forma", pdf)).isOne();
  }

  @Test
  void proFormaOfANonVendorFitsOnePage() throws IOException {
    byte[] pdf = Papers.proForma(story -> story.withoutVat().draftProForma().requestProFormaPdf());
    assertThat(pages("pro-forma-without-vat", pdf)).isOne();
  }

  @Test
  void copyFitsOnePage() throws IOException {
    byte[] pdf = Papers.copy(story -> story.draftInvoice().sent().request(PdfKind.COPY, 1));
    assertThat(pages("copy", pdf)).isOne();
  }

  @Test
  void receiptsFitOnePage() throws IOException {
    assertThat(pages("receipt", AccountPapers.receipt(2))).isOne();
    assertThat(pages("receipt-of-a-part", AccountPapers.receipt(1))).isOne();
  }

  @Test
  void notesFitOnePage() throws IOException {
    assertThat(pages("credit-note", AccountPapers.creditNote(true))).isOne();
    assertThat(pages("debit-note-without-vat", AccountPapers.debitNoteWithoutVat())).isOne();
  }

  @Test
  void statementFitsOnePageAndALongOneRunsOverPages() throws IOException {
    assertThat(pages("statement", AccountPapers.statement())).isOne();
    assertThat(pages("long-statement", AccountPapers.longStatement())).isBetween(2, 5);
  }

  private static int pages(String name, byte[] pdf) throws IOException {
    Files.createDirectories(SAMPLES);
    Files.write(SAMPLES.resolve(name + ".pdf"), pdf);
    return Papers.pages(pdf);
  }
}
