package za.lexohub.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What stands on a PDF. */
final class Pdf {

  /** The text in reading order, every run of white space one blank. */
  static String text(byte[] bytes) {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("[\\s\\u00A0\\u202F]+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Pdf() {}
}
