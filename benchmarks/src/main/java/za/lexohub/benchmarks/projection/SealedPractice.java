package za.lexohub.benchmarks.projection;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.messages.proforma.Offer;

/**
 * What is personal in a practice, sealed once; its people come back in every matter, so that there
 * are not too many keys.
 */
record SealedPractice(
    TenantId id,
    Party client,
    Party attorney,
    Supplier supplier,
    PersonalData text,
    PersonalData wording) {

  static final Totals TOTALS =
      new Totals(
          Money.cents(2_500_000),
          Money.cents(250_000),
          Money.ZERO,
          Money.cents(2_750_000),
          1500,
          Money.cents(412_500),
          Money.cents(3_162_500),
          Totals.HALF_UP_PER_DOCUMENT);

  Offer offer() {
    return new Offer(lines(), TOTALS, supplier);
  }

  static List<Line> lines() {
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

  /** With a key for each of its people. */
  static SealedPractice numbered(int number, PersonalDataVault vault) {
    TenantId tenant = new TenantId("practice-" + number);
    Party client =
        vault.seal(
            tenant, UUID.randomUUID(), PartyDetails.of("Nomvula Dlamini", "n@dlamini.example"));
    Party attorney =
        vault.seal(
            tenant,
            UUID.randomUUID(),
            new PartyDetails(
                "Sipho Khumalo", "s@k.example", null, null, "Khumalo Inc", null, null));
    Supplier supplier =
        new Supplier(
            Bar.JOHANNESBURG,
            true,
            vault.seal(
                tenant,
                UUID.randomUUID(),
                (Object)
                    new SupplierDetails(
                        "Adv T. Mokoena",
                        "t@m.example",
                        null,
                        "Sandton",
                        "P1",
                        "4000000000",
                        null)));
    UUID words = UUID.randomUUID();
    return new SealedPractice(
        tenant,
        client,
        attorney,
        supplier,
        vault.seal(tenant, words, (Object) "Drafting heads of argument"),
        vault.seal(
            tenant,
            words,
            new Wording(
                "Dlamini v Transit Holdings",
                "Breach of a carriage contract",
                "Heads of argument and appearance",
                List.of("Heads of argument", "Travel"))));
  }
}
