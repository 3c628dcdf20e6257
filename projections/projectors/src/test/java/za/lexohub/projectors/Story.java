package za.lexohub.projectors;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.Offer;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestSubmitted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.RequestedAction;
import za.lexohub.messages.proforma.Urgency;

/** The events of one tenant's matter, pro forma and invoice, with the golden amounts. */
public final class Story {

  public static final Instant NOON = Instant.parse("2024-09-01T10:00:00Z");
  public static final Totals TOTALS =
      new Totals(
          Money.cents(2_500_000),
          Money.cents(250_000),
          Money.ZERO,
          Money.cents(2_750_000),
          1500,
          Money.cents(412_500),
          Money.cents(3_162_500),
          Totals.HALF_UP_PER_DOCUMENT);

  public final TestVault vault;
  public final TenantId tenant = new TenantId("t-" + UUID.randomUUID());
  public final MatterId matterId = MatterId.random();
  public final ProFormaId proFormaId = ProFormaId.random();
  public final InvoiceId invoiceId = InvoiceId.forProForma(proFormaId, 1);
  public final UUID clientId = UUID.randomUUID();

  public Story() {
    this(new TestVault());
  }

  public Story(TestVault vault) {
    this.vault = vault;
  }

  public MatterOpened matterOpened() {
    return new MatterOpened(
        matterId,
        tenant,
        "JHB/2024/001",
        "litigation",
        Bar.JOHANNESBURG,
        client(),
        attorney(),
        wording(),
        false,
        "2024/1234",
        LocalDate.of(2024, 9, 1));
  }

  public ProFormaRequested requested() {
    return new ProFormaRequested(
        proFormaId,
        tenant,
        client(),
        wording(),
        "litigation",
        Urgency.HIGH,
        RequestedAction.PRO_FORMA,
        hash("s1"),
        1,
        NOON.plusSeconds(604_800));
  }

  public ProFormaRequestSubmitted submitted() {
    return new ProFormaRequestSubmitted(
        proFormaId, client(), attorney(), wording(), "litigation", Urgency.HIGH, NOON);
  }

  public ProFormaDrafted drafted() {
    return new ProFormaDrafted(
        proFormaId,
        tenant,
        "PF-2024-0001",
        matterId,
        client(),
        attorney(),
        wording(),
        "litigation",
        offer(),
        LocalDate.of(2024, 9, 1),
        LocalDate.of(2024, 10, 1));
  }

  public ProFormaSent sent() {
    return new ProFormaSent(
        proFormaId, 1, attorney(), hash("r1"), 1, TOTALS.total(), LocalDate.of(2024, 10, 1), NOON);
  }

  public ProFormaAccepted accepted() {
    return new ProFormaAccepted(
        proFormaId, tenant, 1, 1, matterId, offer(), Channel.PUBLIC_LINK, "attorney", NOON);
  }

  public InvoiceGenerated invoiceGenerated() {
    return new InvoiceGenerated(
        invoiceId,
        tenant,
        "INV-2024-0001",
        InvoiceSource.PRO_FORMA,
        proFormaId,
        1,
        matterId,
        "litigation",
        InvoiceType.FINAL,
        supplier(),
        client(),
        attorney(),
        wording(),
        lines(),
        TOTALS,
        new PaymentTerm("JHB_60", 60),
        LocalDate.of(2024, 9, 1),
        LocalDate.of(2024, 10, 31));
  }

  public InvoiceSent invoiceSent() {
    return new InvoiceSent(
        invoiceId,
        tenant,
        "INV-2024-0001",
        matterId,
        attorney(),
        TOTALS,
        new PaymentTerm("JHB_60", 60),
        LocalDate.of(2024, 9, 1),
        LocalDate.of(2024, 10, 31),
        NOON);
  }

  public Offer offer() {
    return new Offer(lines(), TOTALS, supplier());
  }

  public List<Line> lines() {
    return List.of(
        new Line(
            LineKind.FEE,
            null,
            BigDecimal.TEN,
            Money.cents(250_000),
            Money.cents(2_500_000),
            VatTreatment.STANDARD),
        new Line(
            LineKind.DISBURSEMENT,
            null,
            BigDecimal.ONE,
            Money.cents(250_000),
            Money.cents(250_000),
            VatTreatment.STANDARD));
  }

  public Party client() {
    return vault.seal(tenant, clientId, PartyDetails.of("Nomsa Dlamini", "nomsa@dlamini.example"));
  }

  public Party attorney() {
    return vault.seal(
        tenant,
        UUID.randomUUID(),
        new PartyDetails("A. Botha", "a@botha.example", null, null, "Botha Inc", "B/7", null));
  }

  public PersonalData wording() {
    return vault.seal(
        tenant,
        UUID.randomUUID(),
        new Wording("Dlamini v Roads", "Appeal", null, List.of("Drafting heads", "Copies")));
  }

  public Supplier supplier() {
    return new Supplier(
        Bar.JOHANNESBURG,
        true,
        vault.seal(
            tenant,
            UUID.randomUUID(),
            (Object)
                new SupplierDetails(
                    "Adv T. Mokoena", "t@m.example", null, "Sandton", "P123", "4000000000", null)));
  }

  public PersonalData note(@Nullable String text) {
    return vault.seal(tenant, UUID.randomUUID(), (Object) String.valueOf(text));
  }

  /** Unlike any other story's. */
  public String hash(String link) {
    return proFormaId + link;
  }
}
