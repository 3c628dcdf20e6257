package za.lexohub.domain.invoice;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.invoice.Invoices.DUE;
import static za.lexohub.domain.invoice.Invoices.invoice;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.domain.practice.Practice;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.practice.ReminderPolicy;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.invoice.InvoiceCommands.*;
import za.lexohub.messages.invoice.InvoiceEvents.*;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.ReminderDay;
import za.lexohub.messages.practice.ReminderType;

/** An invoice of 7 September 2026, due on 6 November in Johannesburg. */
class DunningTest {
  private static final Invoices INV = invoice();
  private static final InvoiceId ID = INV.id();
  private static final TenantId JHB = INV.tenant();
  private static final Money TOTAL = Money.cents(3_162_500);
  private static final LocalDate FIRST = DUE.plusDays(7);
  private static final LocalDate NOTICE = DUE.plusDays(60);

  private final Specification<Invoice> draft = underPolicy(Samples.PRACTICES);
  private final Specification<Invoice> issued = draft.given(INV.sent());
  private final Specification<Invoice> settled =
      issued.given(INV.paid(PaymentId.random(), 3_162_500, 0), new InvoicePaid(ID, TOTAL, DATE));
  private final Specification<Invoice> voided =
      issued.given(
          new InvoiceVoided(ID, "INV-2026-0001", INV.proForma().id(), sealed("wrong client")));
  private final DisputeId dispute = DisputeId.random();
  private final Specification<Invoice> disputed =
      issued.given(new InvoiceDisputed(ID, dispute, TOTAL));
  private final Specification<Invoice> muted = issued.given(new InvoiceRemindersSet(ID, false));

  private static Specification<Invoice> underPolicy(Practices practices) {
    return Specification.of(Invoice.class, Invoices.TERMS, practices).given(INV.generated());
  }

  private static Practices with(boolean autoRemind, ReminderDay... days) {
    return tenant -> {
      Practice usual = Samples.PRACTICES.of(tenant);
      return new Practice(
          usual.tenant(),
          usual.bar(),
          usual.vat(),
          usual.details(),
          usual.profile(),
          usual.fidelityCertificateUntil(),
          usual.formats(),
          new ReminderPolicy(autoRemind, List.of(days)),
          usual.overpaymentPolicy(),
          usual.branding());
    };
  }

  private static SendPaymentReminder morning(LocalDate today) {
    return new SendPaymentReminder(ID, JHB, null, today);
  }

  private static SendPaymentReminder byHand(LocalDate today) {
    return new SendPaymentReminder(ID, JHB, ReminderType.MANUAL, today);
  }

  private static PaymentReminderSent reminded(ReminderType type, int sequence, LocalDate on) {
    return new PaymentReminderSent(ID, type, sequence, on);
  }

  private static InvoiceNotificationRequested letter(int sequence) {
    return new InvoiceNotificationRequested(ID, "payment-reminder", Recipient.ATTORNEY, sequence);
  }

  @Nested
  class EveryMorning {
    @ParameterizedTest
    @CsvSource({
      "COURTESY_1, 2026-10-07",
      "COURTESY_2, 2026-10-22",
      "COURTESY_3, 2026-11-01",
      "FIRST, 2026-11-13",
      "SECOND, 2026-11-27",
      "FINAL, 2026-12-21"
    })
    void eachLetterGoesOutOnItsDay(ReminderType type, LocalDate day) {
      issued.when(morning(day)).publishes(reminded(type, 1, day), letter(1));
    }

    @Test
    void nothingGoesOutOnAnyOtherDay() {
      issued.when(morning(DATE)).changesNothing();
      issued.when(morning(DATE.plusDays(29))).changesNothing();
      issued.when(morning(DUE.plusDays(6))).changesNothing();
    }

    @Test
    void eachLetterGoesOutOnce() {
      issued
          .given(reminded(ReminderType.FIRST, 1, FIRST), letter(1))
          .when(morning(FIRST.plusDays(1)))
          .changesNothing();
    }

    @Test
    void aLetterThatWasHeldUpGoesOutWithinAWeekAndThenNeverAgain() {
      LocalDate late = FIRST.plusDays(6);

      issued.when(morning(late)).publishes(reminded(ReminderType.FIRST, 1, late), letter(1));
      issued.when(morning(late.plusDays(1))).changesNothing();
    }

    @Test
    void afterALongSilenceOnlyTheLatestLetterGoesOut() {
      LocalDate second = DUE.plusDays(21);

      issued
          .when(morning(second.plusDays(2)))
          .publishes(reminded(ReminderType.SECOND, 1, second.plusDays(2)), letter(1));
    }

    @Test
    void aCourtesyIsNoneOnceItIsDue() {
      Practices late = with(true, new ReminderDay(ReminderType.COURTESY_1, 60));

      underPolicy(late).given(INV.sent()).when(morning(DUE)).changesNothing();
    }

    @Test
    void theSequenceCountsAllRemindersOfTheInvoice() {
      issued
          .given(reminded(ReminderType.MANUAL, 1, DUE), letter(1))
          .when(morning(FIRST))
          .publishes(reminded(ReminderType.FIRST, 2, FIRST), letter(2));
    }

    @Test
    void nobodyIsRemindedOfWhatIsNotOwedOrInDispute() {
      draft.when(morning(FIRST)).changesNothing();
      settled.when(morning(FIRST)).changesNothing();
      voided.when(morning(FIRST)).changesNothing();
      disputed.when(morning(FIRST)).changesNothing();
      issued
          .given(new InvoiceWrittenOff(ID, TOTAL, sealed("insolvent"), Money.ZERO))
          .when(morning(FIRST))
          .changesNothing();
    }

    @Test
    void remindersGoOnWhenTheDisputeIsOver() {
      disputed
          .given(new InvoiceDisputeResolved(ID, dispute, DisputeResolution.DISMISSED))
          .when(morning(FIRST))
          .publishes(reminded(ReminderType.FIRST, 1, FIRST), letter(1));
    }

    @Test
    void nobodyIsRemindedAgainstTheWillOfThePractice() {
      muted.when(morning(FIRST)).changesNothing();
      underPolicy(with(false, new ReminderDay(ReminderType.FIRST, 7)))
          .given(INV.sent())
          .when(morning(FIRST))
          .changesNothing();
    }

    @Test
    void thePracticesOwnDaysCount() {
      underPolicy(with(true, new ReminderDay(ReminderType.FIRST, 3)))
          .given(INV.sent())
          .when(morning(DUE.plusDays(3)))
          .publishes(reminded(ReminderType.FIRST, 1, DUE.plusDays(3)), letter(1));
    }
  }

  @Nested
  class LegalNotice {
    private final LegalNoticeProposed proposed = new LegalNoticeProposed(ID, NOTICE, TOTAL);

    @Test
    void isProposedOnceTwoMonthsAfterTheDueDate() {
      issued.when(morning(NOTICE.minusDays(1))).changesNothing();
      issued.when(morning(NOTICE)).publishes(proposed);
      issued.given(proposed).when(morning(NOTICE.plusDays(1))).changesNothing();
    }

    @Test
    void isNotProposedWhereRemindersAreOff() {
      muted.when(morning(NOTICE)).changesNothing();
      underPolicy(with(false)).given(INV.sent()).when(morning(NOTICE)).changesNothing();
    }

    @Test
    void isProposedOnceRemindersAreOnAgain() {
      muted.given(new InvoiceRemindersSet(ID, true)).when(morning(NOTICE)).publishes(proposed);
    }

    @Test
    void isNotProposedInADisputeNorForWhatIsPaid() {
      disputed.when(morning(NOTICE)).changesNothing();
      settled.when(morning(NOTICE)).changesNothing();
    }
  }

  @Nested
  class ByHand {
    @Test
    void goesOutOnAnyDayButOnceADay() {
      PaymentReminderSent first = reminded(ReminderType.MANUAL, 1, DATE);

      issued.when(byHand(DATE)).publishes(first, letter(1));
      issued.given(first).when(byHand(DATE)).isRefusedBy(Rule.REMINDER_NOT_DUE);
      issued
          .given(first)
          .when(byHand(DATE.plusDays(1)))
          .publishes(reminded(ReminderType.MANUAL, 2, DATE.plusDays(1)), letter(2));
    }

    @Test
    void doesNotStandInForALetterOfTheSchedule() {
      issued
          .given(reminded(ReminderType.MANUAL, 1, FIRST))
          .when(morning(FIRST))
          .publishes(reminded(ReminderType.FIRST, 2, FIRST), letter(2));
    }

    @Test
    void saysWhyItCannotBe() {
      draft.when(byHand(DUE)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
      voided.when(byHand(DUE)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
      settled.when(byHand(DUE)).isRefusedBy(Rule.INVOICE_ALREADY_PAID);
      disputed.when(byHand(DUE)).isRefusedBy(Rule.INVOICE_DISPUTED);
      muted.when(byHand(DUE)).isRefusedBy(Rule.REMINDERS_OFF);
    }
  }

  @Nested
  class Switching {
    private final SetInvoiceReminders off = new SetInvoiceReminders(ID, JHB, false);

    @Test
    void turnsRemindersOffAndOnAgain() {
      issued.when(off).publishes(new InvoiceRemindersSet(ID, false));
      muted.when(off).changesNothing();
      muted
          .when(new SetInvoiceReminders(ID, JHB, true))
          .publishes(new InvoiceRemindersSet(ID, true));
    }

    @Test
    void isRefusedUnlessIssued() {
      draft.when(off).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
      voided.when(off).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
    }
  }

  @Test
  void onlyTheScheduleSendsItsOwnLetters() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> {
              Dunning dunning = new Dunning(() -> TOTAL);
              dunning.decide(
                  new SendPaymentReminder(ID, JHB, ReminderType.FINAL, DUE), Samples.PRACTICES);
            });
  }
}
