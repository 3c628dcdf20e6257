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
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.invoice.InvoiceCommands.SendPaymentReminder;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.money.Money;
import za.lexohub.processes.SagaStage;
import za.lexohub.processes.SagaTrial;
import za.lexohub.processes.Walk;

class ReminderSagaTest {

  private static final String DEADLINE = "reminder-morning";

  /** 21 November 2026, 09:00 in Johannesburg: the morning after the invoice was sent at 10:00. */
  private static final Instant MORNING = Instant.parse("2026-11-21T07:00:00Z");

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 21);
  private static final Duration DAY = Duration.ofDays(1);

  private final SagaStage<ReminderSaga> stage =
      new SagaStage<>(
          ReminderSaga.class, new DeadlineLimits(Duration.ofMinutes(1), Duration.ofHours(1)));
  private final SagaTestFixture<ReminderSaga> fixture = stage.fixture;
  private final DisputeId dispute = DisputeId.random();
  private final InvoiceDisputed disputed =
      new InvoiceDisputed(INVOICE, dispute, Walk.TOTALS.total());
  private final InvoiceDisputeResolved resolved =
      new InvoiceDisputeResolved(INVOICE, dispute, DisputeResolution.DISMISSED);

  private static SendPaymentReminder ask(LocalDate today) {
    return new SendPaymentReminder(INVOICE, TENANT, null, today);
  }

  private SagaTestFixture<ReminderSaga> reminding() {
    fixture.givenAPublished(Walk.invoiceSent(), METADATA);
    return fixture;
  }

  @Test
  void sending_arms_the_next_morning_at_nine_in_johannesburg() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(Walk.invoiceSent(), METADATA)
        .expectActiveSagas(1)
        .expectNoDispatchedCommands()
        .expectScheduledDeadlineWithName(MORNING, DEADLINE);
  }

  @Test
  void every_morning_the_invoice_is_asked_once() {
    reminding()
        .whenTimeAdvancesTo(MORNING)
        .expectDispatchedCommands(ask(FIRST_DAY))
        .expectScheduledDeadlineWithName(MORNING.plus(DAY), DEADLINE);
    fixture
        .whenTimeAdvancesTo(MORNING.plus(DAY))
        .expectDispatchedCommands(ask(FIRST_DAY.plusDays(1)));
  }

  @Test
  void after_a_long_downtime_it_is_asked_once_and_not_for_every_morning() {
    reminding();
    stage.clockIsBehindBy(-(9 * 86_400 + 3600));
    fixture
        .whenTimeAdvancesTo(MORNING)
        .expectDispatchedCommands(ask(FIRST_DAY.plusDays(9)))
        .expectScheduledDeadlineWithName(MORNING.plus(Duration.ofDays(10)), DEADLINE);
  }

  @Test
  void a_clock_that_is_behind_waits_for_its_own_morning() {
    reminding();
    stage.clockIsBehindBy(90);
    fixture
        .whenTimeAdvancesTo(MORNING)
        .expectNoDispatchedCommands()
        .expectScheduledDeadlineWithName(MORNING.plusSeconds(60), DEADLINE);
  }

  @Test
  void a_dispute_lets_it_rest_and_its_end_wakes_it() {
    reminding()
        .whenPublishingA(disputed, METADATA)
        .expectActiveSagas(1)
        .expectNoScheduledDeadlines();
    fixture
        .whenPublishingA(resolved, METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadlineWithName(MORNING, DEADLINE);
  }

  @Test
  void whatever_leaves_nothing_to_ask_for_ends_it() {
    reminding().whenPublishingA(Walk.paid()).expectActiveSagas(0).expectNoScheduledDeadlines();
    for (Object end :
        new Object[] {
          Walk.voided(),
          new InvoiceSettled(INVOICE, FIRST_DAY),
          new InvoiceWrittenOff(INVOICE, Walk.TOTALS.total(), Walk.SEALED, Money.ZERO)
        }) {
      new ReminderSagaTest()
          .reminding()
          .whenPublishingA(end)
          .expectActiveSagas(0)
          .expectNoScheduledDeadlines();
    }
  }

  @Test
  void a_part_that_is_written_off_does_not_end_it() {
    reminding()
        .whenPublishingA(
            new InvoiceWrittenOff(INVOICE, Money.cents(100), Walk.SEALED, Money.cents(1)))
        .expectActiveSagas(1)
        .expectScheduledDeadlineWithName(MORNING, DEADLINE);
  }

  @Test
  void a_reopened_invoice_is_reminded_of_again() {
    reminding().andThenAPublished(Walk.paid());
    fixture
        .whenPublishingA(Walk.reopened(), METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadlineWithName(MORNING, DEADLINE);
  }

  @Test
  void repeated_events_and_late_deadlines_change_nothing() {
    reminding()
        .whenPublishingA(Walk.invoiceSent(), METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadline(MORNING, 1);
    fixture.andThenAPublished(disputed, METADATA);
    stage.alsoFires(MORNING, DEADLINE, 1, "invoiceId", INVOICE.toString());
    fixture.whenTimeAdvancesTo(MORNING).expectNoDispatchedCommands();
  }

  @Test
  void its_state_survives_being_stored() {
    reminding();
    ReminderSaga saga = stage.stored("invoiceId", INVOICE.toString());

    assertThat(SagaStage.storedAndLoaded(saga)).usingRecursiveComparison().isEqualTo(saga);
  }

  @Test
  void repeats_restarts_and_refusals_leave_it_as_it_would_be() {
    SagaTrial.holds(
        () -> new ReminderSagaTest().stage,
        Walk.invoiceSent(),
        DAY,
        disputed,
        DAY,
        resolved,
        DAY,
        Walk.paid(),
        Walk.reopened(),
        DAY,
        Walk.voided());
  }
}
