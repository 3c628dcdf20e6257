package za.lexohub.domain.retainer;

import static za.lexohub.domain.Samples.JHB;
import static za.lexohub.domain.Samples.STRANGER;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.retainer.Retainers.DAY;
import static za.lexohub.domain.retainer.Retainers.ENDS;
import static za.lexohub.domain.retainer.Retainers.retainer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.retainer.RetainerCommands;
import za.lexohub.messages.retainer.RetainerCommands.CancelRetainer;
import za.lexohub.messages.retainer.RetainerCommands.DepositRetainer;
import za.lexohub.messages.retainer.RetainerCommands.ExpireRetainer;
import za.lexohub.messages.retainer.RetainerCommands.RefundRetainer;
import za.lexohub.messages.retainer.RetainerCommands.RenewRetainer;
import za.lexohub.messages.retainer.RetainerEvents.RetainerBalanceLow;
import za.lexohub.messages.retainer.RetainerEvents.RetainerCancelled;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDepleted;
import za.lexohub.messages.retainer.RetainerEvents.RetainerExpired;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRenewed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerReplenished;

class RetainerTest {
  private static final Retainers IT = retainer(JHB, MatterId.random());
  private static final InvoiceId INVOICE = new InvoiceId(UUID.randomUUID());
  private static final UUID DEPOSIT = UUID.randomUUID();
  private static final PaymentId PAYMENT = PaymentId.random();
  private static final RetainerBalanceLow LOW =
      new RetainerBalanceLow(IT.id(), Money.cents(15_000), Money.cents(20_000));
  private static final RetainerDepleted DEPLETED = new RetainerDepleted(IT.id());
  private static final RetainerExpired EXPIRED = new RetainerExpired(IT.id(), ENDS.plusDays(1));
  private static final CancelRetainer CANCEL =
      new CancelRetainer(IT.id(), JHB, IT.note("mandate ended"));
  private static final RetainerCancelled CANCELLED =
      new RetainerCancelled(IT.id(), IT.note("mandate ended"));

  private final Specification<Retainer> agreed =
      Specification.of(Retainer.class).given(IT.agreed());
  private final Specification<Retainer> filled =
      agreed.given(IT.deposited(DEPOSIT, 100_000, 100_000));

  @Test
  void aRetainerIsAgreedOnAnOpenMatterOnce() {
    Books books = new Books();
    TenantId jhb = Samples.fresh("jhb");
    Matters matter = Matters.matter().of(jhb);
    Retainers it = retainer(jhb, matter.id());
    books.given(matter.opened());

    books.when(it.agree()).appends(it.agreed());
    books.when(it.agree()).changesNothing();
    books.given(new MatterClosed(matter.id(), DAY));
    books.when(retainer(jhb, matter.id()).agree()).isRefusedBy(Rule.MATTER_CLOSED);
    books.when(retainer(jhb, MatterId.random()).agree()).findsNothing();
  }

  @Nested
  class Deposits {
    @Test
    void fillIt() {
      agreed.when(IT.deposit(DEPOSIT, 100_000)).publishes(IT.deposited(DEPOSIT, 100_000, 100_000));
    }

    @Test
    void areTakenOnceAndNeverForAnother() {
      filled.when(IT.deposit(DEPOSIT, 100_000)).changesNothing();
      filled.when(IT.deposit(DEPOSIT, 100_001)).isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
    }

    @Test
    void areNotOfADayToCome() {
      agreed
          .when(
              new DepositRetainer(
                  IT.id(),
                  JHB,
                  DEPOSIT,
                  Money.cents(1),
                  PaymentMethod.EFT,
                  DAY.plusDays(1),
                  null,
                  DAY))
          .isRefusedBy(Rule.PAYMENT_DATE_IN_FUTURE);
    }

    @Test
    void replenishADepletedOneAndTellWhenItsThresholdIsReached() {
      Specification<Retainer> empty =
          filled.given(IT.drawn(INVOICE, PAYMENT, 100_000, 0), LOW, DEPLETED);
      UUID again = UUID.randomUUID();
      empty.when(IT.deposit(again, 19_999)).publishes(IT.deposited(again, 19_999, 19_999));
      empty
          .when(IT.deposit(again, 20_000))
          .publishes(IT.deposited(again, 20_000, 20_000), new RetainerReplenished(IT.id()));
    }

    @Test
    void areRefusedWhenItHasEnded() {
      DepositRetainer late = IT.deposit(UUID.randomUUID(), 1);
      filled.given(CANCELLED).when(late).isRefusedBy(Rule.RETAINER_NOT_ACTIVE);
      filled.given(EXPIRED).when(late).isRefusedBy(Rule.RETAINER_NOT_ACTIVE);
      filled.given(IT.refunded(100_000, 0)).when(late).isRefusedBy(Rule.RETAINER_NOT_ACTIVE);
    }
  }

  @Nested
  class Refunds {
    @Test
    void giveBackWhatIsLeftAlsoWhenItHasEnded() {
      filled.when(IT.refund(40_000)).publishes(IT.refunded(40_000, 60_000));
      filled.given(EXPIRED).when(IT.refund(100_000)).publishes(IT.refunded(100_000, 0));
      filled.given(CANCELLED).when(IT.refund(100_000)).publishes(IT.refunded(100_000, 0));
    }

    @Test
    void tellWhenTheyLeaveLittle() {
      filled.when(IT.refund(85_000)).publishes(IT.refunded(85_000, 15_000), LOW);
      filled
          .given(IT.refunded(85_000, 15_000), LOW)
          .when(IT.refund(1))
          .publishes(IT.refunded(1, 14_999));
    }

    @Test
    void neverExceedWhatItHolds() {
      filled.when(IT.refund(100_001)).isRefusedBy(Rule.RETAINER_BALANCE_TOO_LOW);
    }

    @Test
    void areNotOfADayToCome() {
      filled
          .when(
              new RefundRetainer(
                  IT.id(), JHB, Money.cents(1), DAY.plusDays(1), IT.note("early"), DAY))
          .isRefusedBy(Rule.PAYMENT_DATE_IN_FUTURE);
    }
  }

  @Nested
  class TheTerm {
    private RenewRetainer byDeadline(LocalDate today) {
      return new RenewRetainer(IT.id(), JHB, null, today);
    }

    private RenewRetainer until(LocalDate ends) {
      return new RenewRetainer(IT.id(), JHB, ends, DAY);
    }

    @Test
    void isRenewedByItselfForAsLongAsBeforeWhenItIsOver() {
      RetainerRenewed october =
          new RetainerRenewed(IT.id(), LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
      filled.when(byDeadline(ENDS)).changesNothing();
      filled.when(byDeadline(ENDS.plusDays(1))).publishes(october);
      filled.given(october).when(byDeadline(ENDS.plusDays(1))).changesNothing();
      filled.given(CANCELLED).when(byDeadline(ENDS.plusDays(1))).changesNothing();
    }

    @Test
    void isNotRenewedByItselfUnlessThatWasAgreed() {
      Specification.of(Retainer.class)
          .given(IT.agreed(ENDS, false))
          .when(byDeadline(ENDS.plusDays(1)))
          .changesNothing();
    }

    @Test
    void isRenewedByAPersonAlsoAfterIt() {
      LocalDate later = LocalDate.of(2026, 12, 31);
      RetainerRenewed renewed = new RetainerRenewed(IT.id(), ENDS.plusDays(1), later);
      filled.when(until(later)).publishes(renewed);
      filled.given(EXPIRED).when(until(later)).publishes(renewed);
      filled.given(renewed).when(until(later)).changesNothing();
      filled
          .given(EXPIRED, renewed)
          .when(IT.deposit(UUID.randomUUID(), 1))
          .validator()
          .expectSuccessfulHandlerExecution();
    }

    @Test
    void isNotRenewedIntoThePastNorAfterItsEnd() {
      filled.when(until(ENDS.minusDays(1))).isRefusedBy(Rule.RETAINER_NOT_RENEWABLE);
      filled
          .given(CANCELLED)
          .when(until(ENDS.plusDays(9)))
          .isRefusedBy(Rule.RETAINER_NOT_RENEWABLE);
      Specification.of(Retainer.class)
          .given(IT.agreed(null, false))
          .when(until(ENDS))
          .isRefusedBy(Rule.RETAINER_NOT_RENEWABLE);
    }

    @Test
    void endsOnTheDayAfterItsLast() {
      filled.when(new ExpireRetainer(IT.id(), JHB, ENDS)).changesNothing();
      filled.when(new ExpireRetainer(IT.id(), JHB, ENDS.plusDays(5))).publishes(EXPIRED);
      filled
          .given(EXPIRED)
          .when(new ExpireRetainer(IT.id(), JHB, ENDS.plusDays(5)))
          .changesNothing();
      filled
          .given(CANCELLED)
          .when(new ExpireRetainer(IT.id(), JHB, ENDS.plusDays(5)))
          .changesNothing();
    }
  }

  @Test
  void itIsCancelledOnceAndOnlyWhileActive() {
    filled.when(CANCEL).publishes(CANCELLED);
    filled.given(CANCELLED).when(CANCEL).changesNothing();
    filled.given(EXPIRED).when(CANCEL).isRefusedBy(Rule.RETAINER_NOT_ACTIVE);
  }

  @Test
  void whatIsTypedIsSealedForTheMatterOfTheRetainer() {
    filled
        .when(new CancelRetainer(IT.id(), JHB, sealed("under another key")))
        .isRefusedBy(Rule.RETAINER_OF_OTHER_MATTER);
    filled
        .when(
            new RefundRetainer(IT.id(), JHB, Money.cents(1), DAY, sealed("under another key"), DAY))
        .isRefusedBy(Rule.RETAINER_OF_OTHER_MATTER);
    filled
        .when(
            new DepositRetainer(
                IT.id(),
                JHB,
                UUID.randomUUID(),
                Money.cents(1),
                PaymentMethod.EFT,
                DAY,
                sealed("under another key"),
                DAY))
        .isRefusedBy(Rule.RETAINER_OF_OTHER_MATTER);
  }

  static List<RetainerCommands> everyCommandOfAStranger() {
    Retainers theirs = new Retainers(IT.id(), STRANGER, IT.matter());
    return List.of(
        theirs.deposit(DEPOSIT, 1),
        theirs.refund(1),
        new RenewRetainer(IT.id(), STRANGER, null, DAY),
        new ExpireRetainer(IT.id(), STRANGER, DAY),
        new CancelRetainer(IT.id(), STRANGER, sealed("x")));
  }

  @ParameterizedTest
  @MethodSource("everyCommandOfAStranger")
  void anotherTenantFindsNothing(RetainerCommands command) {
    agreed.when(command).findsNothing();
  }

  @Test
  void aCommandForAnOlderVersionConflicts() {
    filled.whenVersionIsExpected(1, CANCEL).conflictsWithVersion(2);
  }
}
