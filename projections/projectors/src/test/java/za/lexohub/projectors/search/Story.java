package za.lexohub.projectors.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.proforma.Offer;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaId;

/** What the tests tell about: one matter, one pro forma and one invoice of one tenant. */
class Story {

  static final Instant BEGAN = Instant.parse("2026-03-02T08:15:30.123456Z");

  final MemoryVault vault;
  final TenantId tenant = new TenantId("adv-" + UUID.randomUUID());
  final MatterId matterId = MatterId.random();
  final ProFormaId proFormaId = new ProFormaId(UUID.randomUUID());
  final InvoiceId invoiceId = new InvoiceId(UUID.randomUUID());
  final Party client;
  final Party attorney;
  final PersonalData wording;

  Story(MemoryVault vault) {
    this.vault = vault;
    client = party(PartyDetails.of("Thandi Dlamini", null));
    attorney =
        party(new PartyDetails("Piet Botha", "p@b.example", null, null, "Botha Inc", null, null));
    wording = wording("Dlamini v Botha", "Opposed motion");
  }

  PersonalData wording(String title, @Nullable String description) {
    return vault.seal(tenant, UUID.randomUUID(), new Wording(title, description, null, List.of()));
  }

  /** What a person typed, sealed. */
  PersonalData note(String text) {
    return vault.seal(tenant, UUID.randomUUID(), (Object) text);
  }

  MatterOpened matterOpened() {
    return new MatterOpened(
        matterId,
        tenant,
        "JHB/2026/001",
        "Commercial",
        Bar.JOHANNESBURG,
        client,
        attorney,
        wording,
        false,
        "2026/12345",
        LocalDate.of(2026, 3, 2));
  }

  ProFormaDrafted drafted() {
    return new ProFormaDrafted(
        proFormaId,
        tenant,
        "PF-2026-0001",
        matterId,
        client,
        attorney,
        wording,
        "Commercial",
        offer(3_162_500),
        LocalDate.of(2026, 3, 2),
        LocalDate.of(2026, 4, 1));
  }

  Offer offer(long total) {
    return new Offer(List.of(), totals(total), supplier());
  }

  InvoiceGenerated generated(LocalDate dueDate) {
    return new InvoiceGenerated(
        invoiceId,
        tenant,
        "INV-2026-0001",
        InvoiceSource.PRO_FORMA,
        proFormaId,
        1,
        matterId,
        "Commercial",
        InvoiceType.FINAL,
        supplier(),
        client,
        attorney,
        wording,
        List.of(),
        totals(3_162_500),
        new PaymentTerm("JHB_60", 60),
        LocalDate.of(2026, 3, 2),
        dueDate);
  }

  static Totals totals(long total) {
    Money money = Money.cents(total);
    return new Totals(
        money, Money.ZERO, Money.ZERO, money, 0, Money.ZERO, money, Totals.HALF_UP_PER_DOCUMENT);
  }

  private Supplier supplier() {
    return new Supplier(
        Bar.JOHANNESBURG, false, vault.seal(tenant, UUID.randomUUID(), "sealed elsewhere"));
  }

  private Party party(PartyDetails details) {
    return vault.seal(tenant, UUID.randomUUID(), details);
  }
}
