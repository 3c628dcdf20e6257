package za.lexohub.domain.erasure;

import static za.lexohub.domain.Samples.sealed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.ErasureCommands.ErasePersonalData;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.retainer.RetainerEvents.RetainerAgreed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDeposited;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRefunded;
import za.lexohub.messages.retainer.RetainerId;
import za.lexohub.messages.retainer.RetainerType;
import za.lexohub.messages.trust.TrustAccountEvents.TrustAccountOpened;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyReceived;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyRefunded;
import za.lexohub.messages.trust.TrustAccountId;

/** What is held has to go back before the matter is forgotten, and its records are kept. */
class ClientMoneyErasureTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 7);

  private final Books books = new Books();
  private final TenantId tenant = Samples.fresh("trust");
  private final Matters matter = Matters.matter().of(tenant);
  private final RetainerId retainer = RetainerId.random();

  @BeforeEach
  void aClosedMatter() {
    books.given(matter.opened(), new MatterClosed(matter.id(), DAY));
  }

  private Books.Outcome erased() {
    return books.when(
        new ErasePersonalData(
            FileReference.of(matter.id()),
            tenant,
            List.of(FileSubject.values()),
            sealed("asked for"),
            false,
            Instant.parse("2027-03-01T08:00:00Z")));
  }

  @Test
  void moneyInARetainerKeepsTheMatterAndItsLastMovementForSevenYears() {
    books.given(
        new RetainerAgreed(
            retainer,
            tenant,
            matter.id(),
            RetainerType.EVERGREEN,
            Money.cents(1_000),
            DAY,
            null,
            false,
            20,
            null),
        new RetainerDeposited(
            retainer,
            UUID.randomUUID(),
            Money.cents(1_000),
            PaymentMethod.EFT,
            DAY,
            null,
            Money.cents(1_000)));
    erased().isRefusedBy(Rule.PERSONAL_DATA_IN_USE);
    books.given(
        new RetainerRefunded(retainer, Money.cents(1_000), DAY, sealed("rest"), Money.ZERO));
    erased().isRefusedBy(Rule.RETENTION_RUNS);
  }

  @Test
  void trustMoneyKeepsTheMatterAndItsLastMovementForSevenYears() {
    TrustAccountId trust = TrustAccountId.of(tenant);
    books.given(
        new TrustAccountOpened(trust, tenant, sealed("bank"), DAY),
        new TrustMoneyReceived(
            trust,
            UUID.randomUUID(),
            matter.id(),
            "TR-2026-0001",
            Money.cents(900),
            PaymentMethod.EFT,
            DAY,
            null,
            Money.cents(900),
            Money.cents(900)));
    erased().isRefusedBy(Rule.PERSONAL_DATA_IN_USE);
    books.given(
        new TrustMoneyRefunded(
            trust,
            UUID.randomUUID(),
            matter.id(),
            Money.cents(900),
            DAY,
            sealed("rest"),
            Money.ZERO,
            Money.ZERO));
    erased().isRefusedBy(Rule.RETENTION_RUNS);
  }

  @Test
  void aMatterWithoutSuchMoneyIsErasedAsBefore() {
    erased().events();
  }
}
