package za.lexohub.processes.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Element;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.messages.practice.SupplierDetails.Banking;

/**
 * The invoice in the full form of VAT Act s20(4), whatever its amount. Where no VAT is charged, by
 * a practice that is no vendor or on an exempt matter, it is no tax invoice and has no word of VAT
 * but a vendor's number. A draft says on every page that it is one.
 */
final class InvoicePaper implements Paper {

  static final Words WORDS = Words.load("invoice.properties");

  private final InvoiceDocument invoice;
  private final Color accent;
  private final boolean vat;

  InvoicePaper(InvoiceDocument invoice) {
    this.invoice = invoice;
    this.accent = invoice.counsel().brand().accent();
    this.vat = invoice.counsel().chargesVat(invoice.totals());
  }

  @Override
  public Frame frame() {
    String title = title() + " " + invoice.number();
    return new Frame(
        title,
        invoice.counsel().name(),
        invoice.requestedAt(),
        title + " · " + invoice.counsel().name(),
        invoice.draft() ? WORDS.of("mark.draft") : null,
        invoice.draft() ? WORDS.of("notice.draft") : null,
        accent);
  }

  private String title() {
    return WORDS.of(invoice.draft() ? "title.draft" : "title", vat);
  }

  @Override
  public List<Element> body() {
    Ledger ledger = new Ledger(accent, WORDS, vat);
    List<Element> body = new ArrayList<>();
    body.add(Letterhead.counsel(invoice.counsel()));
    body.add(
        Letterhead.heading(
            accent,
            title(),
            invoice.draft() ? WORDS.of("notice.draft") : null,
            List.of(
                entry("number", invoice.number()),
                entry("date", Notation.date(invoice.invoiceDate())),
                entry("due", Notation.date(invoice.dueDate())),
                entry("currency", WORDS.of("currency.value")))));
    List<Letterhead.Entry> references = new ArrayList<>();
    references.add(entry("client", invoice.client().name()));
    add(references, "reference.attorney", invoice.attorney().firmReference());
    add(references, "reference.matter", invoice.matterReference());
    add(references, "reference.case", invoice.courtCaseNumber());
    add(references, "reference.quote", invoice.quoteNumber());
    body.add(
        Letterhead.parties(accent, WORDS, invoice.attorney(), vat, invoice.title(), references));
    body.addAll(Prose.section(accent, WORDS.of("narrative"), narrative()));
    body.add(ledger.lines(invoice.items(), invoice.totals()));
    body.add(ledger.totals(invoice.items(), invoice.totals()));
    body.add(payment());
    return body;
  }

  /** An invoice always says what it is for. */
  private String narrative() {
    String narrative = invoice.narrative();
    return narrative == null || narrative.isBlank()
        ? WORDS.with("narrative.generated", "title", invoice.title())
        : narrative;
  }

  private PdfPTable payment() {
    PdfPTable table = Setting.table(52, 48);
    PdfPCell terms = Setting.cell(Setting.label(WORDS.of("terms"), accent));
    terms.setPaddingRight(20);
    terms.addElement(Setting.body(terms()));
    table.addCell(terms);
    SupplierDetails details = invoice.counsel().details();
    Banking banking = details == null ? null : details.banking();
    table.addCell(banking == null ? Setting.cell() : banking(banking));
    table.setKeepTogether(true);
    return table;
  }

  private String terms() {
    String key = invoice.draft() ? "terms.text.draft" : "terms.text";
    String date = Notation.date(invoice.dueDate());
    return invoice.termDays() == 0
        ? WORDS.with(key + ".same-day", "date", date)
        : WORDS.with(key, "date", date, "days", Long.toString(invoice.termDays()));
  }

  private PdfPCell banking(Banking banking) {
    Paragraph label = Setting.label(WORDS.of("banking"), accent);
    label.setSpacingAfter(7);
    List<Letterhead.Entry> entries = new ArrayList<>();
    entries.add(entry("banking.bank", banking.bank()));
    entries.add(entry("banking.account-name", banking.accountName()));
    entries.add(entry("banking.account-number", banking.accountNumber()));
    entries.add(entry("banking.branch-code", banking.branchCode()));
    add(entries, "banking.swift", banking.swift());
    entries.add(entry("banking.reference", invoice.number()));
    return Setting.cell(label, Letterhead.entries(entries, 42, 58));
  }

  private static void add(List<Letterhead.Entry> entries, String key, @Nullable String value) {
    entries.add(new Letterhead.Entry(WORDS.of(key), value));
  }

  private static Letterhead.Entry entry(String key, String value) {
    return new Letterhead.Entry(WORDS.of(key), value);
  }
}
