package za.lexohub.processes.pdf;

import java.awt.Color;
import java.util.List;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import za.lexohub.messages.money.Money;

/** A few sums at the right of a paper, the last of them the one that counts. */
final class Figures {

  private final PdfPTable sums = Setting.table(68, 32);
  private final Color accent;

  Figures(Color accent) {
    this.accent = accent;
  }

  Figures sum(String label, Money amount) {
    pair(
        Setting.phrase(label, Face.TEXT, Setting.BODY, Setting.MUTED),
        Setting.phrase(Notation.money(amount), Face.TEXT, Setting.BODY, Setting.INK),
        false);
    return this;
  }

  Figures total(String label, Money amount) {
    pair(
        Setting.phrase(label, Face.BOLD, 11, accent),
        Setting.phrase(Notation.money(amount), Face.BOLD, 11, accent),
        true);
    return this;
  }

  /** Kept on one page, with something to say at the left. */
  Element beside(Element... left) {
    PdfPTable placed = Setting.table(46, 54);
    PdfPCell words = Setting.cell(left);
    words.setPaddingRight(16);
    placed.addCell(words);
    placed.addCell(Setting.cell(sums));
    placed.setKeepTogether(true);
    placed.setSpacingBefore(4);
    placed.setSpacingAfter(16);
    return placed;
  }

  private void pair(Phrase label, Phrase amount, boolean ruled) {
    PdfPCell left = Setting.text(label, Element.ALIGN_LEFT);
    PdfPCell right = Setting.text(amount, Element.ALIGN_RIGHT);
    right.setNoWrap(true);
    for (PdfPCell cell : List.of(left, right)) {
      cell.setPaddingTop(ruled ? 8 : 3);
      cell.setPaddingBottom(ruled ? 4 : 3.6f);
      if (ruled) {
        Setting.ruledAbove(cell, accent, 1.2f);
      }
      sums.addCell(cell);
    }
  }
}
