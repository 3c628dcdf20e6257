package za.lexohub.processes.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openpdf.text.Element;

/** Proves one payment. No word of VAT: that stands on the invoice. */
final class ReceiptPaper implements Paper {

  static final Words WORDS = Words.load("receipt.properties");

  private final ReceiptDocument receipt;
  private final Color accent;

  ReceiptPaper(ReceiptDocument receipt) {
    this.receipt = receipt;
    this.accent = receipt.counsel().brand().accent();
  }

  @Override
  public Frame frame() {
    String title = WORDS.of("title") + " " + number();
    return new Frame(
        title,
        receipt.counsel().name(),
        receipt.requestedAt(),
        title + " · " + receipt.counsel().name(),
        null,
        null,
        accent);
  }

  private String number() {
    return WORDS.with(
        "number.value",
        "invoice",
        receipt.invoiceNumber(),
        "ordinal",
        Integer.toString(receipt.ordinal()));
  }

  @Override
  public List<Element> body() {
    Heading heading = receipt.heading();
    List<Element> body = new ArrayList<>();
    body.add(Letterhead.counsel(receipt.counsel()));
    body.add(
        Letterhead.heading(
            accent,
            WORDS.of("title"),
            null,
            List.of(
                entry("number", number()),
                entry("date", Notation.date(receipt.paidOn())),
                entry("invoice", receipt.invoiceNumber()),
                entry("currency", WORDS.of("currency.value")))));
    List<Letterhead.Entry> references = heading.references(WORDS);
    references.add(new Letterhead.Entry(WORDS.of("reference.payment"), receipt.reference()));
    body.add(
        Letterhead.parties(accent, WORDS, heading.attorney(), false, heading.title(), references));
    body.addAll(Prose.section(accent, WORDS.of("received"), received()));
    Figures figures =
        new Figures(accent)
            .sum(WORDS.of("sum.before"), receipt.before())
            .sum(WORDS.of("sum.amount"), receipt.amount())
            .total(WORDS.of("sum.balance"), receipt.balance());
    body.add(
        receipt.balance().isZero()
            ? figures.beside(Setting.paragraph(WORDS.of("settled"), Face.BOLD, 9, accent))
            : figures.beside());
    return body;
  }

  private String received() {
    String method = receipt.method().name().toLowerCase(Locale.ROOT);
    return WORDS.with(
        "received.text",
        "amount",
        Notation.money(receipt.amount()),
        "method",
        WORDS.of("method." + method),
        "date",
        Notation.date(receipt.paidOn()),
        "invoice",
        receipt.invoiceNumber());
  }

  private static Letterhead.Entry entry(String key, String value) {
    return new Letterhead.Entry(WORDS.of(key), value);
  }
}
