package za.lexohub.processes.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Element;
import za.lexohub.messages.creditnote.NoteKind;

/**
 * A credit or debit note with the particulars of VAT Act s21(3): both parties, the invoice it
 * corrects, the consideration shown and the correct one, the difference with the tax in it, and
 * why. Where the invoice charged no VAT it has no word of it.
 */
final class NotePaper implements Paper {

  static final Words WORDS = Words.load("note.properties");

  private final NoteDocument note;
  private final Color accent;
  private final boolean vat;
  private final String kind;

  NotePaper(NoteDocument note) {
    this.note = note;
    this.accent = note.counsel().brand().accent();
    this.vat = note.chargesVat();
    this.kind = note.kind() == NoteKind.CREDIT ? ".credit" : ".debit";
  }

  @Override
  public Frame frame() {
    String title = WORDS.of("title" + kind) + " " + note.noteNumber();
    return new Frame(
        title,
        note.counsel().name(),
        note.requestedAt(),
        title + " · " + note.counsel().name(),
        null,
        null,
        accent);
  }

  @Override
  public List<Element> body() {
    Heading heading = note.heading();
    List<Element> body = new ArrayList<>();
    body.add(Letterhead.counsel(note.counsel()));
    body.add(
        Letterhead.heading(
            accent,
            WORDS.of("title" + kind),
            null,
            List.of(
                entry("number" + kind, note.noteNumber()),
                entry("date", Notation.date(note.issuedOn())),
                new Letterhead.Entry(WORDS.of("invoice", vat), note.invoiceNumber()),
                entry("invoice.date", Notation.date(note.invoiceDate())),
                entry("currency", WORDS.of("currency.value")))));
    body.add(
        Letterhead.parties(
            accent, WORDS, heading.attorney(), vat, heading.title(), heading.references(WORDS)));
    body.addAll(
        Prose.section(
            accent,
            WORDS.of("explanation"),
            WORDS.with("explanation" + kind, "invoice", note.invoiceNumber())));
    body.add(figures());
    body.addAll(Prose.section(accent, WORDS.of("reason"), note.reason()));
    return body;
  }

  private Element figures() {
    Figures figures =
        new Figures(accent)
            .sum(WORDS.of("sum.shown", vat), note.shownTotal())
            .sum(WORDS.of("sum.correct", vat), note.correctTotal());
    if (vat) {
      figures
          .sum(WORDS.of("sum.net"), note.amount().minus(note.vatPortion()))
          .sum(
              WORDS.with("sum.vat", "rate", Notation.percent(note.vatRateBasisPoints())),
              note.vatPortion());
    }
    return figures.total(WORDS.of("sum.difference" + kind, vat), note.amount()).beside();
  }

  private static Letterhead.Entry entry(String key, String value) {
    return new Letterhead.Entry(WORDS.of(key), value);
  }
}
