package za.lexohub.processes.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.processes.SagaStage.METADATA;
import static za.lexohub.processes.Walk.DUE;
import static za.lexohub.processes.Walk.INVOICE;
import static za.lexohub.processes.Walk.TENANT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.InvoiceCommands.MarkInvoiceOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.processes.SagaStage;
import za.lexohub.processes.Walk;

class InvoiceOverdueSagaTest {

  private static final String DEADLINE = "invoice-due";

  /** 20 January 2027, 00:00 in Johannesburg. */
  private static final Instant OVERDUE_FROM = Instant.parse("2027-01-19T22:00:00Z");

  private final SagaStage<InvoiceOverdueSaga> stage =
      new SagaStage<>(
          InvoiceOverdueSaga.class, new DeadlineLimits(Duration.ofMinutes(1), Duration.ofHours(1)));
  private final SagaTestFixture<InvoiceOverdueSaga> fixture = stage.fixture;

  private static MarkInvoiceOverdue mark(LocalDate today) {
    return new MarkInvoiceOverdue(INVOICE, TENANT, today);
  }

  private SagaTestFixture<InvoiceOverdueSaga> watching() {
    fixture.givenAPublished(Walk.invoiceSent(), METADATA);
    return fixture;
  }

  @Test
  void sending_arms_the_day_after_the_due_date_at_midnight_in_johannesburg() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(Walk.invoiceSent(), METADATA)
        .expectActiveSagas(1)
        .expectNoDispatchedCommands()
        .expectScheduledDeadlineWithName(OVERDUE_FROM, DEADLINE);
  }

  @Test
  void a_second_before_midnight_nothing_happens() {
    watching().whenTimeAdvancesTo(OVERDUE_FROM.minusSeconds(1)).expectNoDispatchedCommands();
  }

  @Test
  void at_midnight_the_invoice_is_marked_with_the_new_day() {
    watching()
        .whenTimeAdvancesTo(OVERDUE_FROM)
        .expectDispatchedCommands(mark(DUE.plusDays(1)))
        .expectScheduledDeadlineWithName(Duration.ofMinutes(1), DEADLINE);
  }

  @Test
  void after_a_long_downtime_it_is_marked_with_the_day_it_is() {
    watching()
        .whenTimeAdvancesTo(OVERDUE_FROM.plus(Duration.ofDays(9)))
        .expectDispatchedCommands(mark(DUE.plusDays(10)));
  }

  @Test
  void a_clock_that_is_behind_waits_for_its_own_midnight() {
    watching();
    stage.clockIsBehindBy(90);
    fixture
        .whenTimeAdvancesTo(OVERDUE_FROM)
        .expectNoDispatchedCommands()
        .expectScheduledDeadlineWithName(OVERDUE_FROM.plusSeconds(60), DEADLINE);
    fixture
        .whenTimeAdvancesTo(OVERDUE_FROM.plusSeconds(90))
        .expectDispatchedCommands(mark(DUE.plusDays(1)));
  }

  @Test
  void it_is_asked_for_until_it_is_marked() {
    watching().andThenTimeAdvancesTo(OVERDUE_FROM);
    fixture
        .whenTimeElapses(Duration.ofMinutes(1))
        .expectDispatchedCommands(mark(DUE.plusDays(1)))
        .expectScheduledDeadlineWithName(Duration.ofMinutes(2), DEADLINE);
    fixture.whenPublishingA(Walk.overdue()).expectActiveSagas(1).expectNoScheduledDeadlines();
  }

  @Test
  void payment_ends_it_before_and_after_the_date() {
    watching().whenPublishingA(Walk.paid()).expectActiveSagas(0).expectNoScheduledDeadlines();
    InvoiceOverdueSagaTest other = new InvoiceOverdueSagaTest();
    other.watching().andThenTimeAdvancesTo(OVERDUE_FROM);
    other.fixture.andThenAPublished(Walk.overdue());
    other.fixture.whenPublishingA(Walk.paid()).expectActiveSagas(0);
  }

  @Test
  void a_void_invoice_ends_it() {
    watching().whenPublishingA(Walk.voided()).expectActiveSagas(0).expectNoScheduledDeadlines();
  }

  @Test
  void a_credit_that_leaves_nothing_ends_it() {
    watching()
        .whenPublishingA(new InvoiceSettled(INVOICE, DUE))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void only_a_write_off_that_leaves_nothing_ends_it() {
    watching()
        .whenPublishingA(writtenOff(Money.cents(1)))
        .expectActiveSagas(1)
        .expectScheduledDeadlineWithName(OVERDUE_FROM, DEADLINE);
    fixture
        .whenPublishingA(writtenOff(Money.ZERO))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  private static InvoiceWrittenOff writtenOff(Money balance) {
    PersonalData reason = new PersonalData(UUID.randomUUID(), UUID.randomUUID(), "n", "c");
    return new InvoiceWrittenOff(INVOICE, Money.cents(5), reason, balance);
  }

  @Test
  void a_reopened_invoice_is_watched_again() {
    watching().andThenAPublished(Walk.paid());
    fixture
        .whenPublishingA(Walk.reopened(), METADATA)
        .expectActiveSagas(1)
        .expectNoDispatchedCommands()
        .expectScheduledDeadlineWithName(OVERDUE_FROM, DEADLINE);
  }

  @Test
  void an_invoice_that_is_reopened_past_its_date_is_marked_at_once() {
    watching().andThenAPublished(Walk.paid());
    fixture.andThenTimeAdvancesTo(OVERDUE_FROM.plusSeconds(3600));
    fixture.andThenAPublished(Walk.reopened(), METADATA);
    fixture.whenTimeElapses(Duration.ZERO).expectDispatchedCommands(mark(DUE.plusDays(1)));
  }

  @Test
  void repeated_events_and_late_deadlines_change_nothing() {
    watching()
        .whenPublishingA(Walk.invoiceSent(), METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadline(OVERDUE_FROM, 1);
    fixture.andThenTimeAdvancesTo(OVERDUE_FROM);
    fixture.andThenAPublished(Walk.overdue());
    stage.alsoFires(OVERDUE_FROM.plusSeconds(5), DEADLINE, 2, "invoiceId", INVOICE.toString());
    fixture.whenTimeElapses(Duration.ofSeconds(10)).expectNoDispatchedCommands();
    fixture.whenPublishingA(Walk.overdue()).expectActiveSagas(1);
  }

  @Test
  void its_state_survives_being_stored() {
    watching();
    InvoiceOverdueSaga saga = stage.stored("invoiceId", INVOICE.toString());

    assertThat(SagaStage.storedAndLoaded(saga)).usingRecursiveComparison().isEqualTo(saga);
  }
}
