package za.lexohub.processes.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import za.lexohub.messages.money.Money;
import za.lexohub.processes.pdf.StatementDocument.Ageing;
import za.lexohub.processes.pdf.StatementDocument.Entry;
import za.lexohub.processes.pdf.StatementDocument.EntryKind;

/** What a matter's account did in a period: no tax invoice, and it says so. */
final class StatementPaper implements Paper {

  static final Words WORDS = Words.load("statement.properties");
  private static final float NUMBERS = 8.75f;

  private final StatementDocument statement;
  private final Color accent;

  StatementPaper(StatementDocument statement) {
    this.statement = statement;
    this.accent = statement.counsel().brand().accent();
  }

  @Override
  public Frame frame() {
    String title = WORDS.of("title") + " " + number();
    return new Frame(
        title,
        statement.counsel().name(),
        statement.requestedAt(),
        title + " · " + statement.counsel().name(),
        null,
        null,
        accent);
  }

  private String number() {
    String number = Integer.toString(statement.number());
    String matter = statement.heading().matterReference();
    return matter == null
        ? WORDS.with("number.plain", "number", number)
        : WORDS.with("number.value", "matter", matter, "number", number);
  }

  @Override
  public List<Element> body() {
    Heading heading = statement.heading();
    List<Element> body = new ArrayList<>();
    body.add(Letterhead.counsel(statement.counsel()));
    body.add(
        Letterhead.heading(
            accent,
            WORDS.of("title"),
            null,
            List.of(
                entry("number", number()),
                entry("period", period()),
                entry("currency", WORDS.of("currency.value")))));
    body.add(
        Letterhead.parties(
            accent, WORDS, heading.attorney(), false, heading.title(), heading.references(WORDS)));
    body.add(movements());
    body.add(ageing());
    body.add(Setting.paragraph(WORDS.of("note"), Face.ITALIC, 7.5f, Setting.MUTED));
    return body;
  }

  private String period() {
    return WORDS.with(
        "period.value",
        "from",
        Notation.date(statement.from()),
        "to",
        Notation.date(statement.to()));
  }

  private PdfPTable movements() {
    PdfPTable table = Setting.table(58, 231, 66, 66, 66);
    table.setHeaderRows(1);
    table.setSplitLate(true);
    head(table, "column.date", Element.ALIGN_LEFT);
    head(table, "column.details", Element.ALIGN_LEFT);
    head(table, "column.charges", Element.ALIGN_RIGHT);
    head(table, "column.credits", Element.ALIGN_RIGHT);
    head(table, "column.balance", Element.ALIGN_RIGHT);
    Money balance = statement.opening();
    row(table, Face.BOLD, Notation.date(statement.from()), WORDS.of("opening"), "", "", balance);
    for (Entry entry : statement.entries()) {
      balance = balance.plus(entry.change());
      boolean charge = !entry.change().isNegative();
      String amount = Notation.plain(charge ? entry.change() : Money.ZERO.minus(entry.change()));
      row(
          table,
          Face.TEXT,
          Notation.date(entry.date()),
          details(entry),
          charge ? amount : "",
          charge ? "" : amount,
          balance);
    }
    if (statement.entries().isEmpty()) {
      PdfPCell nothing = cell(WORDS.of("empty"), Face.ITALIC, Element.ALIGN_LEFT);
      nothing.setColspan(5);
      table.addCell(nothing);
    }
    row(table, Face.BOLD, Notation.date(statement.to()), WORDS.of("closing"), "", "", balance);
    table.setSpacingAfter(16);
    return table;
  }

  private static String details(Entry entry) {
    String key = "entry." + entry.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (entry.kind()) {
      case INVOICE, VOID, REVERSAL, WRITE_OFF -> WORDS.with(key, "invoice", entry.invoice());
      case CREDIT, DEBIT ->
          WORDS.with(key, "note", String.valueOf(entry.note()), "invoice", entry.invoice());
      case PAYMENT -> WORDS.with(key, "invoice", entry.invoice(), "method", method(entry));
    };
  }

  private static String method(Entry entry) {
    return entry.method() == null
        ? EntryKind.PAYMENT.name()
        : WORDS.of("method." + entry.method().name().toLowerCase(Locale.ROOT));
  }

  private Element ageing() {
    PdfPTable table = Setting.table(25, 25, 25, 25);
    PdfPCell label =
        Setting.cell(
            Setting.label(WORDS.with("ageing", "date", Notation.date(statement.to())), accent));
    label.setColspan(4);
    label.setPaddingBottom(8);
    table.addCell(label);
    for (String bucket : List.of("ageing.30", "ageing.60", "ageing.90", "ageing.more")) {
      head(table, bucket, Element.ALIGN_RIGHT);
    }
    Ageing ageing = statement.ageing();
    for (Money open : List.of(ageing.to30(), ageing.to60(), ageing.to90(), ageing.more())) {
      table.addCell(cell(Notation.money(open), Face.TEXT, Element.ALIGN_RIGHT));
    }
    table.setKeepTogether(true);
    table.setSpacingAfter(14);
    return table;
  }

  private void head(PdfPTable table, String key, int alignment) {
    PdfPCell cell =
        Setting.text(Setting.phrase(WORDS.of(key), Face.BOLD, Setting.SMALL, accent), alignment);
    Setting.ruledBelow(cell, accent, 0.8f);
    cell.setPaddingBottom(5);
    cell.setVerticalAlignment(Element.ALIGN_BOTTOM);
    gap(cell, alignment);
    table.addCell(cell);
  }

  private static void row(
      PdfPTable table,
      Face face,
      String date,
      String details,
      String charge,
      String credit,
      Money balance) {
    table.addCell(cell(date, face, Element.ALIGN_LEFT));
    table.addCell(cell(details, face, Element.ALIGN_LEFT));
    table.addCell(cell(charge, face, Element.ALIGN_RIGHT));
    table.addCell(cell(credit, face, Element.ALIGN_RIGHT));
    table.addCell(cell(Notation.plain(balance), face, Element.ALIGN_RIGHT));
  }

  private static PdfPCell cell(String text, Face face, int alignment) {
    PdfPCell cell = Setting.text(Setting.phrase(text, face, NUMBERS, Setting.INK), alignment);
    Setting.ruledBelow(cell, Setting.HAIRLINE, 0.4f);
    cell.setPaddingTop(5);
    cell.setPaddingBottom(5);
    gap(cell, alignment);
    return cell;
  }

  private static void gap(PdfPCell cell, int alignment) {
    if (alignment == Element.ALIGN_LEFT) {
      cell.setPaddingRight(8);
    }
  }

  private static Letterhead.Entry entry(String key, String value) {
    return new Letterhead.Entry(WORDS.of(key), value);
  }
}
