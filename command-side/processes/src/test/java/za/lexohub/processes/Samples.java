package za.lexohub.processes;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteDrafted;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteIssued;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.creditnote.NoteCategory;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterStatementRequested;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.messages.proforma.Offer;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;

/** The lives of a few papers, told as events. Amounts are the golden ones of the domain. */
public final class Samples extends SampleCase {
  private static final List<String> NAMES =
      List.of(
          "Šîlô Ṱhohoyanḓou",
          "Ṅwana Ḽiivha & Söhne (Pty) Ltd",
          "I. İzmirli ıslak",
          "ǃXóõ ǂKhomani Trust",
          "O’Reilly Inc");

  public Samples(Log log) {
    super(log);
  }

  /** The practice is no vendor. */
  public Samples withoutVat() {
    vatRegistered = false;
    return this;
  }

  /** The practice is a vendor, the matter exempt. */
  public Samples exempt() {
    vatExempt = true;
    return this;
  }

  public Samples withoutNarrative() {
    narrative = null;
    return this;
  }

  public Samples counsel(SupplierDetails details) {
    counsel = details;
    return this;
  }

  public Samples attorney(PartyDetails details) {
    attorney = details;
    return this;
  }

  /** 25 000,00 fees and 2 500,00 disbursements, from a pro forma, in a matter. */
  public Samples draftInvoice() {
    openMatter();
    draftProForma();
    List<Line> lines =
        List.of(
            line(LineKind.FEE, "2024-08-12", "2.5", 250_000),
            line(LineKind.FEE, "2024-08-19", "1", 1_875_000),
            line(LineKind.DISBURSEMENT, "2024-08-19", "1", 250_000));
    List<String> words =
        List.of(
            "Consultation with attorney and expert witness; perusal of medico-legal reports",
            "Appearance in the Gauteng Division, first day of trial, including preparation",
            "Travel and subsistence, Sandton to Pretoria and back");
    generate(lines, words, totals(2_500_000, 250_000, 0));
    return this;
  }

  /** Sixty lines, some of them long, over several pages. */
  public Samples longInvoice() {
    openMatter();
    draftProForma();
    List<Line> lines = new ArrayList<>();
    List<String> words = new ArrayList<>();
    long fees = 0;
    long disbursements = 0;
    for (int i = 0; i < 60; i++) {
      LineKind kind = i % 10 == 9 ? LineKind.DISBURSEMENT : LineKind.FEE;
      Line line = line(kind, "2024-08-" + (i % 28 < 9 ? "0" : "") + (i % 28 + 1), "1.25", 312_550);
      lines.add(line);
      words.add(description(i));
      if (kind == LineKind.FEE) {
        fees += line.amount().amount();
      } else {
        disbursements += line.amount().amount();
      }
    }
    generate(lines, words, totals(fees, disbursements, 500_000));
    return this;
  }

  /** Some invoice or other, issued; the same for the same seed. */
  public Samples anyInvoice(long seed) {
    Random random = new Random(seed);
    vatRegistered = random.nextInt(4) > 0;
    vatExempt = random.nextInt(5) == 0;
    narrative = random.nextBoolean() ? null : (description(random.nextInt(5)) + ". ").repeat(3);
    attorney = PartyDetails.of(NAMES.get(random.nextInt(NAMES.size())) + " " + seed, "a@b.example");
    openMatter();
    draftProForma();
    List<Line> lines = new ArrayList<>();
    List<String> words = new ArrayList<>();
    long fees = 0;
    long disbursements = 0;
    for (int i = 1 + random.nextInt(30); i > 0; i--) {
      LineKind kind = random.nextInt(4) == 0 ? LineKind.DISBURSEMENT : LineKind.FEE;
      String quantity = BigDecimal.valueOf(1 + random.nextInt(2_000), 2).toPlainString();
      String date =
          random.nextInt(3) == 0
              ? null
              : LocalDate.parse("2024-01-01").plusDays(random.nextInt(240)).toString();
      Line line = line(kind, date, quantity, 1 + random.nextInt(900_000));
      lines.add(line);
      words.add(description(random.nextInt(5)));
      if (kind == LineKind.FEE) {
        fees += line.amount().amount();
      } else {
        disbursements += line.amount().amount();
      }
    }
    generate(lines, words, totals(fees, disbursements, random.nextInt(2) * fees / 10));
    return this;
  }

  private static String description(int i) {
    return switch (i % 5) {
      case 0 ->
          "Perusal of the record of proceedings in the court a quo, volumes 1 to 14, and noting up"
              + " of the grounds of appeal raised by Ntombi kaMfenyana-Ņđłovu & Söhne (Pty) Ltd"
              + " against the order of 3 May 2024";
      case 1 -> "Telephone consultation with attorney";
      case 2 -> "Settling heads of argument; research on prescription (Ṱhohoyanḓou, ṅwana, ḽiivha)";
      case 3 ->
          "Drafting further particulars for trial and a request for admissions in terms of rule 37";
      default -> "Correspondence";
    };
  }

  /** Issued, and the original asked for. */
  public Samples sent() {
    InvoiceGenerated draft =
        log.store()
            .readEvents(INVOICE.toString())
            .asStream()
            .map(message -> (Object) message.getPayload())
            .filter(InvoiceGenerated.class::isInstance)
            .map(InvoiceGenerated.class::cast)
            .findFirst()
            .orElseThrow();
    log.append(
        INVOICE,
        new InvoiceSent(
            INVOICE,
            TENANT,
            draft.invoiceNumber(),
            MATTER,
            party("attorney", attorney),
            draft.totals(),
            draft.paymentTerm(),
            LocalDate.parse("2024-09-01"),
            LocalDate.parse("2024-10-31"),
            Instant.parse("2024-09-01T08:15:30Z")),
        new InvoicePdfRequested(INVOICE, PdfKind.ORIGINAL, 1));
    return this;
  }

  public Samples request(PdfKind kind, int version) {
    log.append(INVOICE, new InvoicePdfRequested(INVOICE, kind, version));
    return this;
  }

  public Samples paid(PaymentMethod method, String date, long cents, long balance) {
    log.append(
        INVOICE,
        new PaymentRecorded(
            INVOICE,
            PaymentId.random(),
            Money.cents(cents),
            method,
            LocalDate.parse(date),
            note("EFT M4471 Mahlangu"),
            Money.cents(balance)));
    return this;
  }

  /** A note over R 3 162,50, R 412,50 of it VAT when VAT is charged. */
  public Samples noted(NoteKind kind, String number, int ordinal, long correct, long balance) {
    CreditNoteId id = CreditNoteId.random();
    Money amount = Money.cents(316_250);
    boolean credit = kind == NoteKind.CREDIT;
    log.append(
        id,
        new CreditNoteDrafted(
            id,
            TENANT,
            kind,
            INVOICE,
            amount,
            NoteCategory.BILLING_ERROR,
            null,
            note("Travel to Pretoria on 19 August was charged twice (Ṱhohoyanḓou matter).")),
        new CreditNoteIssued(
            id,
            number,
            "INV-2024-0001",
            supplier(),
            amount,
            Money.cents(vatRegistered && !vatExempt ? 41_250 : 0),
            Money.cents(correct),
            LocalDate.parse("2024-09-20"),
            ordinal));
    log.append(
        INVOICE,
        credit
            ? new CreditNoteApplied(INVOICE, id, number, ordinal, amount, Money.cents(balance))
            : new DebitNoteApplied(INVOICE, id, number, ordinal, amount, Money.cents(balance)),
        new InvoicePdfRequested(
            INVOICE, credit ? PdfKind.CREDIT_NOTE : PdfKind.DEBIT_NOTE, ordinal));
    return this;
  }

  public Samples requestStatement(String from, String to) {
    log.append(
        MATTER,
        new MatterStatementRequested(MATTER, 1, LocalDate.parse(from), LocalDate.parse(to)));
    return this;
  }

  private PersonalData note(String text) {
    return log.seal(TENANT, DataSubjects.wording(INVOICE.value()), (Object) text);
  }

  public Samples requestDraftPdf() {
    log.append(INVOICE, new InvoicePdfRequested(INVOICE, PdfKind.DRAFT, 1));
    return this;
  }

  public Samples openMatter() {
    log.append(
        MATTER,
        new MatterOpened(
            MATTER,
            TENANT,
            "JHB/2024/017",
            "Personal injury",
            Bar.JOHANNESBURG,
            party("client", CLIENT),
            party("attorney", attorney),
            wording(List.of()),
            vatExempt,
            "2023/048812",
            LocalDate.parse("2024-02-05")));
    return this;
  }

  public Samples draftProForma() {
    List<Line> lines =
        List.of(
            line(LineKind.FEE, null, "2.5", 250_000),
            line(LineKind.FEE, null, "1", 1_875_000),
            line(LineKind.DISBURSEMENT, null, "1", 250_000));
    log.append(
        PRO_FORMA,
        new ProFormaDrafted(
            PRO_FORMA,
            TENANT,
            "PF-2024-0007",
            MATTER,
            party("client", CLIENT),
            party("attorney", attorney),
            wording(
                List.of(
                    "Consultation with attorney and expert witness",
                    "Appearance in the Gauteng Division, first day of trial, including preparation",
                    "Travel and subsistence")),
            "Personal injury",
            new Offer(lines, totals(2_500_000, 250_000, 0), supplier()),
            LocalDate.parse("2024-07-01"),
            LocalDate.parse("2024-07-31")));
    return this;
  }

  public Samples sendProForma(String tokenHash) {
    log.append(
        PRO_FORMA,
        new ProFormaSent(
            PRO_FORMA,
            1,
            party("attorney", attorney),
            tokenHash,
            1,
            Money.cents(3_162_500),
            LocalDate.parse("2024-07-31"),
            Instant.parse("2024-07-02T07:00:00Z")));
    return this;
  }

  public Samples requestProFormaPdf() {
    log.append(PRO_FORMA, new ProFormaPdfRequested(PRO_FORMA, 1));
    return this;
  }
}
