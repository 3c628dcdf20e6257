package za.lexohub.processes.pdf;

import java.awt.Color;
import org.openpdf.text.Element;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** The house style: few sizes, few colours, thin rules, no boxes. A practice brings its accent. */
final class Setting {

  static final Color INK = new Color(33, 37, 41);
  static final Color MUTED = new Color(98, 104, 112);
  static final Color ACCENT = new Color(25, 52, 89);
  static final Color HAIRLINE = new Color(205, 210, 216);
  static final Color FAINT = new Color(238, 240, 243);

  static final float BODY = 9.25f;
  static final float SMALL = 8;
  static final float LEADING = 1.36f;

  static Phrase phrase(String text, Face face, float size, Color color) {
    return new Phrase(face.printable(text), face.at(size, color));
  }

  static Paragraph paragraph(String text, Face face, float size, Color color) {
    Paragraph paragraph = new Paragraph(face.printable(text), face.at(size, color));
    paragraph.setLeading(0, LEADING);
    return paragraph;
  }

  /** A word in small type that says what stands below it. */
  static Paragraph label(String text, Color accent) {
    Paragraph label = paragraph(text, Face.BOLD, SMALL, accent);
    label.setSpacingAfter(2);
    return label;
  }

  static Paragraph body(String text) {
    return paragraph(text, Face.TEXT, BODY, INK);
  }

  /** A table over the whole width, or over the width of its cell. */
  static PdfPTable table(float... widths) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    return table;
  }

  /** A cell without borders or padding. */
  static PdfPCell cell(Element... elements) {
    PdfPCell cell = new PdfPCell();
    for (Element element : elements) {
      cell.addElement(element);
    }
    return bare(cell);
  }

  /** A cell of one line of text. */
  static PdfPCell text(Phrase phrase, int alignment) {
    PdfPCell cell = new PdfPCell(phrase);
    cell.setHorizontalAlignment(alignment);
    return bare(cell);
  }

  private static PdfPCell bare(PdfPCell cell) {
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    cell.setLeading(0, LEADING);
    cell.setUseAscender(true);
    return cell;
  }

  static PdfPCell ruledBelow(PdfPCell cell, Color color, float width) {
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(color);
    cell.setBorderWidth(width);
    return cell;
  }

  static PdfPCell ruledAbove(PdfPCell cell, Color color, float width) {
    cell.setBorder(Rectangle.TOP);
    cell.setBorderColor(color);
    cell.setBorderWidth(width);
    return cell;
  }

  private Setting() {}
}
