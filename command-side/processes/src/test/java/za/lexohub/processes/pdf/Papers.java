package za.lexohub.processes.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.processes.Log;
import za.lexohub.processes.Samples;

/** Renders the sample stories, and reads papers as a person would. */
final class Papers {

  static final KeptLogos LOGOS = new KeptLogos();

  static byte[] original(Consumer<Samples> story) {
    return invoice(story, PdfKind.ORIGINAL);
  }

  static byte[] draft(Consumer<Samples> story) {
    return invoice(story, PdfKind.DRAFT);
  }

  private static byte[] invoice(Consumer<Samples> story, PdfKind kind) {
    try (Log log = new Log()) {
      story.accept(new Samples(log));
      return new PdfRenderer().render(document(log, kind)).content();
    }
  }

  static InvoiceDocument document(Log log, PdfKind kind) {
    return new InvoiceFold(log.store(), log, brands(log))
        .pending(Samples.TENANT, Samples.INVOICE, kind, 1)
        .orElseThrow();
  }

  static byte[] proForma(Consumer<Samples> story) {
    try (Log log = new Log()) {
      story.accept(new Samples(log));
      return new PdfRenderer()
          .render(
              new ProFormaFold(log.store(), log, brands(log))
                  .pending(Samples.TENANT, Samples.PRO_FORMA, 1)
                  .orElseThrow())
          .content();
    }
  }

  static GeneratePdfWorker.Folds folds(Log log) {
    return new GeneratePdfWorker.Folds(
        new InvoiceFold(log.store(), log, brands(log)),
        new ReceiptFold(log.store(), log, brands(log)),
        new NoteFold(log.store(), log, brands(log)),
        new ProFormaFold(log.store(), log, brands(log)),
        new StatementFold(
            log.store(), log, brands(log), (tenant, matter) -> List.of(Samples.INVOICE)));
  }

  static Brands brands(Log log) {
    return new Brands(log.store(), LOGOS);
  }

  static byte[] copy(Consumer<Samples> story) {
    return invoice(story, PdfKind.COPY);
  }

  static byte[] receipt(Consumer<Samples> story, int ordinal) {
    try (Log log = new Log()) {
      story.accept(new Samples(log));
      return new PdfRenderer()
          .render(
              folds(log).receipts().pending(Samples.TENANT, Samples.INVOICE, ordinal).orElseThrow())
          .content();
    }
  }

  static byte[] note(Consumer<Samples> story, PdfKind kind, int ordinal) {
    try (Log log = new Log()) {
      story.accept(new Samples(log));
      return new PdfRenderer()
          .render(
              folds(log)
                  .notes()
                  .pending(Samples.TENANT, Samples.INVOICE, kind, ordinal)
                  .orElseThrow())
          .content();
    }
  }

  static byte[] statement(Consumer<Samples> story) {
    try (Log log = new Log()) {
      story.accept(new Samples(log));
      return new PdfRenderer().render(statement(log).document()).content();
    }
  }

  static StatementFold.Asked.For statement(Log log) {
    return (StatementFold.Asked.For)
        folds(log).statements().asked(Samples.TENANT, Samples.MATTER, 1);
  }

  /** The whole text, lines folded into one and no-break spaces made plain. */
  static String text(byte[] pdf) {
    return text(pdf, 1, Integer.MAX_VALUE);
  }

  static String text(byte[] pdf, int firstPage, int lastPage) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(false);
      stripper.setStartPage(firstPage);
      stripper.setEndPage(lastPage);
      return stripper.getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Papers() {}
}
