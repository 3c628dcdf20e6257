package za.lexohub.processes.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Element;

/**
 * The quote. A paper that notifies an obligation to pay is an invoice and can set the time of
 * supply (VAT Act s9), so this one says on every page that it is an estimate and asks for nothing.
 */
final class ProFormaPaper implements Paper {

  static final Words WORDS = Words.load("pro-forma.properties");

  private final ProFormaDocument quote;
  private final Color accent;
  private final boolean vat;

  ProFormaPaper(ProFormaDocument quote) {
    this.quote = quote;
    this.accent = quote.counsel().brand().accent();
    this.vat = quote.counsel().chargesVat(quote.totals());
  }

  @Override
  public Frame frame() {
    String title = WORDS.of("title") + " " + quote.quoteNumber();
    return new Frame(
        title,
        quote.counsel().name(),
        quote.requestedAt(),
        title + " · " + quote.counsel().name(),
        null,
        WORDS.of("notice"),
        accent);
  }

  @Override
  public List<Element> body() {
    Ledger ledger = new Ledger(accent, WORDS, vat);
    List<Element> body = new ArrayList<>();
    body.add(Letterhead.counsel(quote.counsel()));
    List<Letterhead.Entry> facts = new ArrayList<>();
    add(facts, "number", quote.quoteNumber());
    add(facts, "date", Notation.date(quote.quoteDate()));
    add(facts, "revision", revision());
    add(facts, "validity", Notation.date(quote.validUntil()));
    add(facts, "currency", WORDS.of("currency.value"));
    body.add(Letterhead.heading(accent, WORDS.of("title"), WORDS.of("notice"), facts));
    List<Letterhead.Entry> references = new ArrayList<>();
    add(references, "client", quote.client().name());
    add(references, "reference.attorney", quote.attorney().firmReference());
    add(references, "reference.matter", quote.matterReference());
    add(references, "reference.case", quote.courtCaseNumber());
    body.add(Letterhead.parties(accent, WORDS, quote.attorney(), vat, quote.title(), references));
    body.addAll(Prose.section(accent, WORDS.of("narrative"), scope()));
    body.add(ledger.lines(quote.items(), quote.totals()));
    body.add(ledger.totals(quote.items(), quote.totals()));
    body.addAll(
        Prose.section(
            accent,
            WORDS.of("about"),
            WORDS.with("about.text", "date", Notation.date(quote.validUntil()))));
    return body;
  }

  /** The first revision needs no number; a later one says when it was sent. */
  private @Nullable String revision() {
    if (quote.revision() == 1) {
      return null;
    }
    String number = Integer.toString(quote.revision());
    return quote.sentOn() == null
        ? number
        : WORDS.with("revision.value", "revision", number, "date", Notation.date(quote.sentOn()));
  }

  private @Nullable String scope() {
    return quote.narrative() == null ? quote.description() : quote.narrative();
  }

  private static void add(List<Letterhead.Entry> entries, String key, @Nullable String value) {
    entries.add(new Letterhead.Entry(WORDS.of(key), value));
  }
}
