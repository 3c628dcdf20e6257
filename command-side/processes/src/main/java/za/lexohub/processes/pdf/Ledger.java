package za.lexohub.processes.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.money.VatTreatment;

/** The middle of a paper: its lines, page after page under one head, and what they add up to. */
final class Ledger {

  private static final float NUMBERS = 8.75f;

  private final Words words;
  private final boolean chargesVat;
  private final Color accent;

  Ledger(Color accent, Words words, boolean chargesVat) {
    this.accent = accent;
    this.words = words;
    this.chargesVat = chargesVat;
  }

  PdfPTable lines(List<Item> items, Totals totals) {
    boolean dated = items.stream().anyMatch(item -> item.line().date() != null);
    PdfPTable table = Setting.table(columns(dated));
    table.setHeaderRows(1);
    table.setSplitLate(true);
    if (dated) {
      head(table, "column.date", Element.ALIGN_LEFT);
    }
    head(table, "column.description", Element.ALIGN_LEFT);
    head(table, "column.quantity", Element.ALIGN_RIGHT);
    head(table, "column.rate", Element.ALIGN_RIGHT);
    if (chargesVat) {
      head(table, "column.vat", Element.ALIGN_RIGHT);
    }
    head(table, "column.amount", Element.ALIGN_RIGHT);
    boolean mixed = items.stream().map(item -> item.line().kind()).distinct().count() > 1;
    for (LineKind kind : LineKind.values()) {
      List<Item> ofKind = items.stream().filter(item -> item.line().kind() == kind).toList();
      if (mixed && !ofKind.isEmpty()) {
        section(table, kind);
      }
      ofKind.forEach(item -> row(table, item, dated, totals.vatRateBasisPoints()));
    }
    table.setSpacingAfter(4);
    return table;
  }

  /** Date and VAT have a column only where there is something to say in it. */
  private float[] columns(boolean dated) {
    float date = 58;
    float vatColumn = 36;
    float description = 226 + (dated ? 0 : date) + (chargesVat ? 0 : vatColumn);
    float[] fixed = chargesVat ? new float[] {44, 66, vatColumn, 70} : new float[] {44, 66, 70};
    float[] columns = new float[fixed.length + (dated ? 2 : 1)];
    int next = 0;
    if (dated) {
      columns[next++] = date;
    }
    columns[next++] = description;
    System.arraycopy(fixed, 0, columns, next, fixed.length);
    return columns;
  }

  private void head(PdfPTable table, String key, int alignment) {
    PdfPCell cell =
        Setting.text(Setting.phrase(words.of(key), Face.BOLD, Setting.SMALL, accent), alignment);
    Setting.ruledBelow(cell, accent, 0.8f);
    cell.setPaddingBottom(5);
    gap(cell, alignment);
    table.addCell(cell);
  }

  private void section(PdfPTable table, LineKind kind) {
    PdfPCell cell =
        Setting.text(
            Setting.phrase(
                words.of("kind." + kind.name().toLowerCase(Locale.ROOT)),
                Face.BOLD,
                NUMBERS,
                Setting.INK),
            Element.ALIGN_LEFT);
    cell.setColspan(table.getNumberOfColumns());
    cell.setPaddingTop(9);
    cell.setPaddingBottom(3);
    table.addCell(cell);
  }

  private void row(PdfPTable table, Item item, boolean dated, int vatRateBasisPoints) {
    Line line = item.line();
    if (dated) {
      String date = line.date() == null ? "" : Notation.date(line.date());
      entry(table, date, Element.ALIGN_LEFT);
    }
    entry(table, item.description(), Element.ALIGN_LEFT);
    entry(table, Notation.quantity(line.quantity()), Element.ALIGN_RIGHT);
    entry(table, Notation.plain(line.rate()), Element.ALIGN_RIGHT);
    if (chargesVat) {
      entry(table, vat(line.vatTreatment(), vatRateBasisPoints), Element.ALIGN_RIGHT);
    }
    entry(table, Notation.plain(line.amount()), Element.ALIGN_RIGHT);
  }

  private String vat(VatTreatment treatment, int vatRateBasisPoints) {
    return switch (treatment) {
      case STANDARD -> Notation.percent(vatRateBasisPoints);
      case EXEMPT -> words.of("vat.exempt");
      case INCLUSIVE -> words.of("vat.inclusive");
    };
  }

  private void entry(PdfPTable table, String text, int alignment) {
    PdfPCell cell = Setting.text(Setting.phrase(text, Face.TEXT, NUMBERS, Setting.INK), alignment);
    Setting.ruledBelow(cell, Setting.HAIRLINE, 0.4f);
    cell.setPaddingTop(5);
    cell.setPaddingBottom(5);
    gap(cell, alignment);
    table.addCell(cell);
  }

  private static void gap(PdfPCell cell, int alignment) {
    if (alignment == Element.ALIGN_LEFT) {
      cell.setPaddingRight(8);
    }
  }

  /** The totals at the right, kept on one page. */
  Element totals(List<Item> items, Totals totals) {
    PdfPTable sums = Setting.table(60, 40);
    sum(sums, words.of("total.fees"), totals.fees());
    sum(sums, words.of("total.disbursements"), totals.disbursements());
    if (!totals.discount().isZero()) {
      sum(sums, words.of("total.discount"), Money.ZERO.minus(totals.discount()));
    }
    sum(sums, words.of("total.subtotal", chargesVat), totals.subtotal());
    if (chargesVat) {
      String rate = Notation.percent(totals.vatRateBasisPoints());
      sum(sums, words.with("total.vat", "rate", rate), totals.vat());
    }
    total(sums, words.of("total.total", chargesVat), totals.total());

    PdfPTable placed = Setting.table(52, 48);
    placed.addCell(Setting.cell(notes(items).toArray(Element[]::new)));
    placed.addCell(Setting.cell(sums));
    placed.setKeepTogether(true);
    placed.setSpacingBefore(4);
    placed.setSpacingAfter(16);
    return placed;
  }

  private List<Element> notes(List<Item> items) {
    List<Element> notes = new ArrayList<>();
    boolean inclusive =
        items.stream().anyMatch(item -> item.line().vatTreatment() == VatTreatment.INCLUSIVE);
    if (chargesVat && inclusive) {
      notes.add(Setting.paragraph(words.of("vat.note"), Face.ITALIC, 7.5f, Setting.MUTED));
    }
    return notes;
  }

  private void sum(PdfPTable table, String label, Money amount) {
    pair(
        table,
        Setting.phrase(label, Face.TEXT, Setting.BODY, Setting.MUTED),
        Setting.phrase(Notation.money(amount), Face.TEXT, Setting.BODY, Setting.INK),
        false);
  }

  private void total(PdfPTable table, String label, Money amount) {
    pair(
        table,
        Setting.phrase(label, Face.BOLD, 11, accent),
        Setting.phrase(Notation.money(amount), Face.BOLD, 11, accent),
        true);
  }

  private void pair(PdfPTable table, Phrase label, Phrase amount, boolean ruled) {
    PdfPCell left = Setting.text(label, Element.ALIGN_LEFT);
    PdfPCell right = Setting.text(amount, Element.ALIGN_RIGHT);
    right.setNoWrap(true);
    for (PdfPCell cell : List.of(left, right)) {
      cell.setPaddingTop(ruled ? 8 : 3);
      cell.setPaddingBottom(ruled ? 4 : 3.6f);
      if (ruled) {
        Setting.ruledAbove(cell, accent, 1.2f);
      }
      table.addCell(cell);
    }
  }
}
