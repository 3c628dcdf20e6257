package za.lexohub.processes.pdf;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Draws what stands on every page outside the text: running head and foot, page number, mark. */
final class Page extends PdfPageEventHelper {

  static final Rectangle SIZE = PageSize.A4;
  static final float SIDE = 54;
  static final float TOP = 60;
  static final float BOTTOM = 66;
  static final float WIDTH = SIZE.getWidth() - 2 * SIDE;

  private static final float FOOT = 40;
  private static final float MARK_SIZE = 120;
  private static final float MARK_ANGLE = 52;
  private static final float NUMBER_WIDTH = 80;

  private final Frame frame;
  private final int pages;
  private int drawn;

  /**
   * @param pages how many there will be; 0 when not known yet
   */
  Page(Frame frame, int pages) {
    this.frame = frame;
    this.pages = pages;
  }

  /** How many pages were drawn. */
  int drawn() {
    return drawn;
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    drawn = writer.getPageNumber();
    if (frame.mark() != null) {
      Phrase mark = Setting.phrase(frame.mark(), Face.BOLD, MARK_SIZE, Setting.FAINT);
      ColumnText.showTextAligned(
          writer.getDirectContentUnder(),
          Element.ALIGN_CENTER,
          mark,
          SIZE.getWidth() / 2 + 30,
          SIZE.getHeight() / 2 - 60,
          MARK_ANGLE);
    }
    PdfContentByte canvas = writer.getDirectContent();
    if (drawn > 1) {
      running(canvas, SIZE.getHeight() - FOOT);
      rule(canvas, SIZE.getHeight() - FOOT - 7);
    }
    rule(canvas, FOOT + 14);
    running(canvas, FOOT);
    Phrase number =
        Setting.phrase("Page " + drawn + " of " + pages, Face.TEXT, 7.5f, Setting.MUTED);
    ColumnText.showTextAligned(
        canvas, Element.ALIGN_RIGHT, number, SIZE.getWidth() - SIDE, FOOT, 0);
    if (frame.notice() != null) {
      Phrase notice = Setting.phrase(frame.notice(), Face.BOLD, 7.5f, frame.accent());
      ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, notice, SIDE, FOOT - 12, 0);
    }
  }

  private void running(PdfContentByte canvas, float y) {
    Font font = Face.TEXT.at(7.5f, Setting.MUTED);
    String text = fitted(frame.running(), font);
    ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, new Phrase(text, font), SIDE, y, 0);
  }

  /** A long name must not run into the page number. */
  private static String fitted(String text, Font font) {
    String line = Face.TEXT.printable(text);
    float room = WIDTH - NUMBER_WIDTH;
    if (Face.TEXT.base().getWidthPoint(line, font.getSize()) <= room) {
      return line;
    }
    int end = line.length();
    while (end > 0
        && Face.TEXT.base().getWidthPoint(line.substring(0, end) + "…", font.getSize()) > room) {
      end--;
    }
    return line.substring(0, end).stripTrailing() + "…";
  }

  private static void rule(PdfContentByte canvas, float y) {
    canvas.saveState();
    canvas.setColorStroke(Setting.HAIRLINE);
    canvas.setLineWidth(0.5f);
    canvas.moveTo(SIDE, y);
    canvas.lineTo(SIZE.getWidth() - SIDE, y);
    canvas.stroke();
    canvas.restoreState();
  }
}
