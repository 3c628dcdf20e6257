package za.lexohub.processes.pdf;

import java.util.List;
import org.openpdf.text.Element;

/**
 * An original once more, clearly marked as what it is (VAT Act s20(1)): there is one tax invoice of
 * a supply, and this is not it.
 */
final class CopyPaper implements Paper {

  static final Words WORDS = Words.load("copy.properties");

  private final Paper original;

  CopyPaper(InvoiceDocument invoice) {
    this.original = new InvoicePaper(invoice);
  }

  @Override
  public Frame frame() {
    Frame frame = original.frame();
    return new Frame(
        WORDS.with("title", "title", frame.title()),
        frame.author(),
        frame.made(),
        frame.running(),
        WORDS.of("mark"),
        WORDS.of("notice"),
        frame.accent());
  }

  @Override
  public List<Element> body() {
    return original.body();
  }
}
