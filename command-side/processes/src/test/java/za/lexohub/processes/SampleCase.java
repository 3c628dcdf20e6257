package za.lexohub.processes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.messages.practice.SupplierDetails.Banking;
import za.lexohub.messages.proforma.ProFormaId;

/** Who is on either side of the papers of {@link Samples}, and what it is about. */
abstract class SampleCase {
  public static final TenantId TENANT = new TenantId("adv-jhb");
  public static final UUID FILE = UUID.fromString("7b0f5a5e-6f0c-4f0e-9c3e-0d6f3b2a1c00");
  public static final MatterId MATTER = MatterId.of("11111111-2222-4333-8444-555555555555");
  public static final ProFormaId PRO_FORMA = ProFormaId.of("0a54b0f6-5c93-4d3e-8c2d-5f9f4c1c2b01");
  public static final InvoiceId INVOICE = InvoiceId.forProForma(PRO_FORMA, 1);
  public static final UUID ADVOCATE = UUID.fromString("5a3d1a50-0000-4000-8000-000000000001");
  public static final String TITLE = "Mokoena v Road Accident Fund";

  public static final SupplierDetails COUNSEL =
      new SupplierDetails(
          "Adv Thandeka Ḽuvhengo SC",
          "thandeka@sandtonchambers.example",
          "+27 11 555 0142",
          "Sandton Chambers\n4 Protea Place\nSandton\n2196",
          "JHB20091",
          "4870261345",
          new Banking("First National Bank", "T Ḽuvhengo", "62001234567", "250655", "FIRNZAJJ"));

  public static final PartyDetails ATTORNEY =
      new PartyDetails(
          "Ms Naledi Mahlangu",
          "naledi@mahlanguinc.example",
          "+27 11 555 0199",
          "12 Rissik Street\nMarshalltown\nJohannesburg\n2001",
          "Mahlangu & Partners Inc",
          "NM/rb/M4471",
          "4010112233");

  public static final PartyDetails CLIENT =
      PartyDetails.of("Ntombi kaMfenyana-Ņđłovu & Söhne (Pty) Ltd", "ntombi@example.org");

  final Log log;
  SupplierDetails counsel = COUNSEL;
  PartyDetails attorney = ATTORNEY;
  boolean vatRegistered = true;
  boolean vatExempt;
  @Nullable String narrative =
      "Fees for the preparation and conduct of the trial on quantum, as briefed on"
          + " 5 February 2024.";

  SampleCase(Log log) {
    this.log = log;
  }

  void generate(List<Line> lines, List<String> words, Totals totals) {
    log.append(
        INVOICE,
        new InvoiceGenerated(
            INVOICE,
            TENANT,
            "INV-2024-0001",
            InvoiceSource.PRO_FORMA,
            PRO_FORMA,
            1,
            MATTER,
            "Personal injury",
            InvoiceType.FINAL,
            supplier(),
            party("client", CLIENT),
            party("attorney", attorney),
            wording(words),
            lines,
            totals,
            new PaymentTerm("JHB_60", 60),
            LocalDate.parse("2024-08-30"),
            LocalDate.parse("2024-10-29")));
  }

  Totals totals(long fees, long disbursements, long discount) {
    long subtotal = fees + disbursements - discount;
    int rate = vatRegistered && !vatExempt ? 1500 : 0;
    Money vat = Money.cents(subtotal).times(BigDecimal.valueOf(rate, 4));
    return new Totals(
        Money.cents(fees),
        Money.cents(disbursements),
        Money.cents(discount),
        Money.cents(subtotal),
        rate,
        vat,
        Money.cents(subtotal).plus(vat),
        Totals.HALF_UP_PER_DOCUMENT);
  }

  static Line line(LineKind kind, @Nullable String date, String quantity, long rate) {
    BigDecimal amount = new BigDecimal(quantity);
    return new Line(
        kind,
        date == null ? null : LocalDate.parse(date),
        amount,
        Money.cents(rate),
        Money.cents(rate).times(amount),
        VatTreatment.STANDARD);
  }

  Supplier supplier() {
    return new Supplier(
        Bar.JOHANNESBURG, vatRegistered, log.seal(TENANT, ADVOCATE, (Object) counsel));
  }

  Party party(String role, PartyDetails details) {
    UUID subject = role.equals("client") ? DataSubjects.client(FILE) : DataSubjects.attorney(FILE);
    return log.seal(TENANT, subject, details);
  }

  PersonalData wording(List<String> lines) {
    return log.seal(
        TENANT,
        DataSubjects.wording(FILE),
        (Object)
            new Wording(
                TITLE, "Action for damages arising from a collision on the N1", narrative, lines));
  }
}
