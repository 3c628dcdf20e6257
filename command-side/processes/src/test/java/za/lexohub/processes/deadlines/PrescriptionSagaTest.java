package za.lexohub.processes.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.processes.SagaStage.METADATA;
import static za.lexohub.processes.Walk.INVOICE;
import static za.lexohub.processes.Walk.TENANT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.InvoiceCommands.WarnOfPrescription;
import za.lexohub.messages.invoice.InvoiceEvents.DebtAcknowledged;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.processes.SagaStage;
import za.lexohub.processes.SagaTrial;
import za.lexohub.processes.Walk;

class PrescriptionSagaTest {

  private static final String DEADLINE = "prescription-near";

  /** 19 July 2029, 00:00 in Johannesburg: thirty months after the due date. */
  private static final Instant NEAR = Instant.parse("2029-07-18T22:00:00Z");

  private static final LocalDate DAY = LocalDate.of(2029, 7, 19);

  private final SagaStage<PrescriptionSaga> stage =
      new SagaStage<>(
          PrescriptionSaga.class, new DeadlineLimits(Duration.ofMinutes(1), Duration.ofHours(1)));
  private final SagaTestFixture<PrescriptionSaga> fixture = stage.fixture;

  private static WarnOfPrescription warn(LocalDate today) {
    return new WarnOfPrescription(INVOICE, TENANT, today);
  }

  private static PaymentRecorded paidOn(LocalDate day) {
    return new PaymentRecorded(
        INVOICE,
        PaymentId.random(),
        Money.cents(100),
        PaymentMethod.EFT,
        day,
        null,
        Money.cents(3_162_400));
  }

  private SagaTestFixture<PrescriptionSaga> watching() {
    fixture.givenAPublished(Walk.invoiceSent(), METADATA);
    return fixture;
  }

  @Test
  void sleeps_until_thirty_months_after_the_due_date_and_then_asks_every_day() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(Walk.invoiceSent(), METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadlineWithName(NEAR, DEADLINE);
    fixture
        .whenTimeAdvancesTo(NEAR)
        .expectDispatchedCommands(warn(DAY))
        .expectScheduledDeadlineWithName(NEAR.plus(Duration.ofDays(1)), DEADLINE);
    fixture
        .whenTimeAdvancesTo(NEAR.plus(Duration.ofDays(1)))
        .expectDispatchedCommands(warn(DAY.plusDays(1)));
  }

  @Test
  void a_payment_or_an_acknowledgement_begins_the_time_anew() {
    watching()
        .whenPublishingA(paidOn(LocalDate.of(2027, 3, 1)), METADATA)
        .expectScheduledDeadlineWithName(Instant.parse("2029-08-31T22:00:00Z"), DEADLINE);
    fixture
        .whenPublishingA(new DebtAcknowledged(INVOICE, LocalDate.of(2027, 4, 1), null), METADATA)
        .expectScheduledDeadlineWithName(Instant.parse("2029-09-30T22:00:00Z"), DEADLINE);
  }

  @Test
  void a_payment_before_the_due_date_or_an_older_one_changes_nothing() {
    watching()
        .whenPublishingA(paidOn(LocalDate.of(2026, 12, 1)), METADATA)
        .expectScheduledDeadline(NEAR, 1);
  }

  @Test
  void a_clock_that_is_behind_waits_for_its_own_day() {
    watching();
    stage.clockIsBehindBy(90);
    fixture
        .whenTimeAdvancesTo(NEAR)
        .expectNoDispatchedCommands()
        .expectScheduledDeadlineWithName(NEAR.plusSeconds(60), DEADLINE);
  }

  @Test
  void an_old_debt_is_asked_about_at_once() {
    Instant later = NEAR.plus(Duration.ofDays(40));
    fixture.givenCurrentTime(later);
    fixture.andThenAPublished(Walk.invoiceSent(), METADATA);
    fixture.whenTimeElapses(Duration.ZERO).expectDispatchedCommands(warn(DAY.plusDays(40)));
  }

  @Test
  void whatever_leaves_nothing_to_ask_for_ends_it() {
    for (Object end :
        new Object[] {
          Walk.paid(),
          Walk.voided(),
          new InvoiceSettled(INVOICE, DAY),
          new InvoiceWrittenOff(INVOICE, Walk.TOTALS.total(), Walk.SEALED, Money.ZERO)
        }) {
      new PrescriptionSagaTest()
          .watching()
          .whenPublishingA(end)
          .expectActiveSagas(0)
          .expectNoScheduledDeadlines();
    }
  }

  @Test
  void a_reopened_invoice_is_watched_again_and_repeated_events_change_nothing() {
    watching().andThenAPublished(Walk.paid());
    fixture
        .whenPublishingA(Walk.reopened(), METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadline(NEAR, 1);
    fixture
        .whenPublishingA(Walk.reopened(), METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadline(NEAR, 1);
  }

  @Test
  void its_state_survives_being_stored() {
    watching();
    PrescriptionSaga saga = stage.stored("invoiceId", INVOICE.toString());

    assertThat(SagaStage.storedAndLoaded(saga)).usingRecursiveComparison().isEqualTo(saga);
  }

  @Test
  void repeats_restarts_and_refusals_leave_it_as_it_would_be() {
    SagaTrial.holds(
        () -> new PrescriptionSagaTest().stage,
        Walk.invoiceSent(),
        Duration.between(SagaStage.NOW, NEAR),
        Duration.ofDays(1),
        paidOn(DAY.minusDays(9)),
        Duration.ofDays(1),
        new DebtAcknowledged(INVOICE, DAY.minusDays(1), null),
        Duration.ofDays(1_000),
        Walk.paid(),
        Walk.reopened(),
        Duration.ofDays(1));
  }
}
