package za.lexohub.processes.pdf;

import java.awt.Color;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Element;
import org.openpdf.text.Paragraph;

/** Running text under a label. */
final class Prose {

  /** Nothing when there is no text. */
  static List<Element> section(Color accent, String label, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    Paragraph body = Setting.body(text.strip());
    body.setSpacingAfter(16);
    return List.of(Setting.label(label, accent), body);
  }

  private Prose() {}
}
