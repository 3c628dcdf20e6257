package za.lexohub.processes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.processes.SagaStage.METADATA;
import static za.lexohub.processes.SagaStage.NOW;
import static za.lexohub.processes.Walk.PRO_FORMA;
import static za.lexohub.processes.Walk.TENANT;
import static za.lexohub.processes.Walk.VALID_UNTIL;

import java.time.Duration;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaNotificationFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaPdfFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaNotification;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaPdf;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;
import za.lexohub.processes.SagaStage;
import za.lexohub.processes.Walk;
import za.lexohub.processes.deadlines.Patience;

class ProFormaDeliverySagaTest {

  private static final String DEADLINE = "pro-forma-delivery-step";
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final String REASON = "no answer after 3 attempts";

  private static final RecordProFormaPdfFailure RENDER_FAILED =
      new RecordProFormaPdfFailure(PRO_FORMA, TENANT, 1, REASON);

  private final SagaStage<ProFormaDeliverySaga> stage =
      new SagaStage<>(
          ProFormaDeliverySaga.class,
          new DeliveryLimits(new Patience(FIRST, 2, Duration.ofMinutes(15), 3)));
  private final SagaTestFixture<ProFormaDeliverySaga> fixture = stage.fixture;

  private static RequestProFormaPdf render(int revision) {
    return new RequestProFormaPdf(PRO_FORMA, TENANT, revision);
  }

  private static RequestProFormaNotification mail(int revision) {
    return new RequestProFormaNotification(PRO_FORMA, TENANT, revision, "pro-forma");
  }

  private SagaTestFixture<ProFormaDeliverySaga> rendering() {
    fixture.givenAPublished(Walk.sent(1, VALID_UNTIL), METADATA);
    return fixture;
  }

  private SagaTestFixture<ProFormaDeliverySaga> mailing() {
    rendering().andThenAPublished(Walk.proFormaStored(1));
    return fixture;
  }

  private SagaTestFixture<ProFormaDeliverySaga> exhausted() {
    fixture.andThenTimeElapses(FIRST);
    fixture.andThenTimeElapses(Duration.ofSeconds(60));
    fixture.andThenTimeElapses(Duration.ofSeconds(120));
    return fixture;
  }

  @Test
  void sending_asks_for_the_document_then_for_the_mail_which_ends_it() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(Walk.sent(1, VALID_UNTIL), METADATA)
        .expectActiveSagas(1)
        .expectDispatchedCommands(render(1))
        .expectScheduledDeadlineWithName(FIRST, DEADLINE);
    fixture
        .whenPublishingA(Walk.proFormaStored(1))
        .expectDispatchedCommands(mail(1))
        .expectScheduledDeadline(FIRST, 2);
    fixture
        .whenPublishingA(new ProFormaNotificationSent(PRO_FORMA, 1, "pro-forma", "<1@lexohub>"))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void what_is_missing_is_asked_for_again() {
    rendering().whenTimeElapses(FIRST).expectDispatchedCommands(render(1));
    fixture.andThenAPublished(Walk.proFormaStored(1));
    fixture
        .whenTimeElapses(FIRST)
        .expectDispatchedCommands(mail(1))
        .expectScheduledDeadlineWithName(Duration.ofSeconds(60), DEADLINE);
  }

  @Test
  void a_document_that_stays_missing_is_recorded_until_the_record_is_there() {
    rendering();
    exhausted().whenTimeElapses(FIRST).expectDispatchedCommands(RENDER_FAILED);
    fixture
        .whenPublishingA(new ProFormaPdfFailed(PRO_FORMA, 1, REASON))
        .expectActiveSagas(1)
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_mail_that_stays_missing_is_recorded_until_the_record_is_there() {
    mailing();
    exhausted()
        .whenTimeElapses(FIRST)
        .expectDispatchedCommands(
            new RecordProFormaNotificationFailure(PRO_FORMA, TENANT, 1, "pro-forma", REASON));
    fixture
        .whenPublishingA(new ProFormaNotificationFailed(PRO_FORMA, 1, "pro-forma", REASON))
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_mail_that_the_worker_gives_up_at_once_rests_at_once() {
    mailing()
        .whenPublishingA(new ProFormaNotificationFailed(PRO_FORMA, 1, "pro-forma", "no address"))
        .expectActiveSagas(1)
        .expectNoDispatchedCommands()
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_mail_that_the_worker_gave_up_rests_while_the_saga_gives_up_itself() {
    mailing();
    exhausted()
        .whenPublishingA(new ProFormaNotificationFailed(PRO_FORMA, 1, "pro-forma", "no address"))
        .expectNoDispatchedCommands()
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_document_that_the_worker_gives_up_at_once_rests_at_once() {
    rendering()
        .whenPublishingA(new ProFormaPdfFailed(PRO_FORMA, 1, "erased"))
        .expectNoDispatchedCommands()
        .expectNoScheduledDeadlines();
  }

  @Test
  void the_failure_of_another_revision_or_mail_changes_nothing() {
    mailing()
        .whenPublishingA(new ProFormaNotificationFailed(PRO_FORMA, 2, "pro-forma", REASON))
        .expectScheduledDeadlineWithName(FIRST, DEADLINE);
    fixture
        .whenPublishingA(new ProFormaNotificationFailed(PRO_FORMA, 1, "another", REASON))
        .expectScheduledDeadlineWithName(FIRST, DEADLINE);
  }

  @Test
  void a_document_that_comes_after_the_failure_is_mailed() {
    rendering();
    exhausted().andThenAPublished(new ProFormaPdfFailed(PRO_FORMA, 1, REASON));
    fixture.whenPublishingA(Walk.proFormaStored(1)).expectDispatchedCommands(mail(1));
  }

  @Test
  void a_document_that_a_person_has_asked_for_again_is_waited_for_and_mailed() {
    rendering().andThenAPublished(new ProFormaPdfFailed(PRO_FORMA, 1, REASON));
    fixture
        .whenPublishingA(new ProFormaPdfRequested(PRO_FORMA, 1), METADATA)
        .expectNoDispatchedCommands()
        .expectScheduledDeadlineWithName(FIRST, DEADLINE);
    fixture.whenPublishingA(Walk.proFormaStored(1)).expectDispatchedCommands(mail(1));
  }

  @Test
  void a_mail_that_a_person_has_asked_for_again_is_waited_for_and_asked_for_again() {
    mailing().andThenAPublished(new ProFormaNotificationFailed(PRO_FORMA, 1, "pro-forma", REASON));
    fixture
        .whenPublishingA(new ProFormaNotificationRequested(PRO_FORMA, 1, "pro-forma"), METADATA)
        .expectNoDispatchedCommands()
        .expectScheduledDeadlineWithName(FIRST, DEADLINE);
    fixture.whenTimeElapses(FIRST).expectDispatchedCommands(mail(1));
    fixture
        .whenPublishingA(new ProFormaNotificationSent(PRO_FORMA, 1, "pro-forma", "<1@lexohub>"))
        .expectActiveSagas(0);
  }

  @Test
  void a_mail_that_is_asked_for_while_its_document_is_missing_asks_for_the_document() {
    rendering().andThenAPublished(new ProFormaPdfFailed(PRO_FORMA, 1, REASON));
    fixture
        .whenPublishingA(new ProFormaNotificationRequested(PRO_FORMA, 1, "pro-forma"), METADATA)
        .expectDispatchedCommands(render(1))
        .expectScheduledDeadlineWithName(FIRST, DEADLINE);
  }

  @Test
  void what_is_asked_for_of_another_revision_or_by_itself_changes_nothing() {
    rendering()
        .whenPublishingA(new ProFormaPdfRequested(PRO_FORMA, 1), METADATA)
        .expectNoDispatchedCommands()
        .expectScheduledDeadline(FIRST, 1);
    fixture.andThenAPublished(new ProFormaPdfFailed(PRO_FORMA, 1, REASON));
    fixture
        .whenPublishingA(new ProFormaPdfRequested(PRO_FORMA, 2), METADATA)
        .expectNoDispatchedCommands()
        .expectNoScheduledDeadlines();
  }

  @Test
  void the_next_revision_takes_the_place_of_the_last() {
    mailing()
        .whenPublishingA(Walk.sent(2, VALID_UNTIL), METADATA)
        .expectActiveSagas(1)
        .expectDispatchedCommands(render(2))
        .expectScheduledDeadline(FIRST, 3);
    fixture.whenPublishingA(Walk.proFormaStored(1)).expectNoDispatchedCommands();
    fixture
        .whenPublishingA(new ProFormaNotificationSent(PRO_FORMA, 1, "pro-forma", "<1@lexohub>"))
        .expectActiveSagas(1);
    fixture.whenPublishingA(Walk.proFormaStored(2)).expectDispatchedCommands(mail(2));
  }

  @Test
  void an_answer_of_the_attorney_does_not_stop_the_mail() {
    rendering().andThenAPublished(Walk.accepted(), METADATA);
    fixture.whenPublishingA(Walk.proFormaStored(1)).expectDispatchedCommands(mail(1));
  }

  @Test
  void withdrawal_ends_it() {
    mailing()
        .whenPublishingA(new ProFormaWithdrawn(PRO_FORMA, null))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void repeated_events_and_late_deadlines_change_nothing() {
    mailing().whenPublishingA(Walk.sent(1, VALID_UNTIL), METADATA).expectNoDispatchedCommands();
    fixture.whenPublishingA(Walk.proFormaStored(1)).expectNoDispatchedCommands();
    stage.alsoFires(NOW.plusSeconds(5), DEADLINE, 1, "proFormaId", PRO_FORMA.toString());
    fixture.whenTimeElapses(Duration.ofSeconds(10)).expectNoDispatchedCommands();
  }

  @Test
  void its_state_survives_being_stored() {
    mailing();
    ProFormaDeliverySaga saga = stage.stored("proFormaId", PRO_FORMA.toString());

    assertThat(SagaStage.storedAndLoaded(saga)).usingRecursiveComparison().isEqualTo(saga);
  }
}
