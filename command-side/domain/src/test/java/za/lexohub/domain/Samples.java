package za.lexohub.domain;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import za.lexohub.domain.law.PaymentTerms;
import za.lexohub.domain.law.VatRates;
import za.lexohub.domain.practice.Practice;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.practice.Pricing;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.OverpaymentPolicy;
import za.lexohub.messages.practice.PracticeProfile;

/**
 * Values that specifications share. A tenant's name tells its practice: {@code jhb-…} and {@code
 * cpt-…} are vendors since 2010, {@code novat-…} is none, {@code late-…} is one since September
 * 2026; {@code trust-…} is a vendor that holds trust money until the end of 2026; any other has no
 * practice.
 */
public final class Samples {
  public static final TenantId JHB = new TenantId("jhb-advocate");
  public static final TenantId CPT = new TenantId("cpt-advocate");
  public static final TenantId STRANGER = new TenantId("jhb-stranger");
  public static final TenantId NOBODY = new TenantId("nobody");
  public static final Practices PRACTICES = Samples::practice;
  public static final Pricing PRICING = new Pricing(VatRates.ofSouthAfrica());
  public static final PaymentTerms TERMS = PaymentTerms.ofTheBars();

  private static Practice practice(TenantId tenant) {
    String kind = tenant.value().split("-")[0];
    LocalDate vendorFrom =
        switch (kind) {
          case "jhb", "cpt", "trust", "keeps" -> LocalDate.of(2010, 1, 1);
          case "late" -> LocalDate.of(2026, 9, 1);
          case "novat" -> null;
          default -> throw new RuleViolated(Rule.PRACTICE_UNKNOWN, "there is no practice");
        };
    Bar bar = kind.equals("cpt") ? Bar.CAPE_TOWN : Bar.JOHANNESBURG;
    if (kind.equals("keeps")) {
      Practice usual = new Practice(tenant, bar, vendorFrom, sealed("supplier " + tenant));
      return new Practice(
          tenant,
          bar,
          usual.vat(),
          usual.details(),
          usual.profile(),
          null,
          usual.formats(),
          usual.reminders(),
          OverpaymentPolicy.CREDIT_UNALLOCATED,
          usual.branding());
    }
    return kind.equals("trust")
        ? new Practice(
            tenant,
            bar,
            vendorFrom,
            sealed("supplier " + tenant),
            PracticeProfile.TRUST_ACCOUNT,
            LocalDate.of(2026, 12, 31))
        : new Practice(tenant, bar, vendorFrom, sealed("supplier " + tenant));
  }

  /** A tenant of a kind, as nobody has had it before. */
  public static TenantId fresh(String kind) {
    return new TenantId(kind + "-" + UUID.randomUUID());
  }

  public static PersonalData sealed(String what) {
    UUID subject = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    return new PersonalData(subject, subject, "bm9uY2U=", "Y2lwaGVydGV4dA==");
  }

  /** Words about a file, under its key. */
  public static PersonalData note(UUID fileId, String what) {
    PersonalData sealed = sealed(what);
    return new PersonalData(
        DataSubjects.wording(fileId), sealed.keyId(), sealed.nonce(), sealed.ciphertext());
  }

  public static Party party(String name) {
    return new Party(sealed(name), true);
  }

  public static Party unreachable(String name) {
    return new Party(sealed(name), false);
  }

  public static OfferedLine fee(long cents) {
    return line(LineKind.FEE, cents, VatTreatment.STANDARD);
  }

  public static OfferedLine disbursement(long cents) {
    return line(LineKind.DISBURSEMENT, cents, VatTreatment.STANDARD);
  }

  public static OfferedLine line(LineKind kind, long cents, VatTreatment treatment) {
    return new OfferedLine(kind, null, BigDecimal.ONE, Money.cents(cents), treatment);
  }

  private Samples() {}
}
