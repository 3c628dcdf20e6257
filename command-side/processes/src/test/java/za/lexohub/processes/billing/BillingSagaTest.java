package za.lexohub.processes.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.processes.SagaStage.METADATA;
import static za.lexohub.processes.SagaStage.NOW;
import static za.lexohub.processes.Walk.INVOICE;
import static za.lexohub.processes.Walk.PRO_FORMA;
import static za.lexohub.processes.Walk.TENANT;

import java.time.Duration;
import java.time.LocalDate;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateInvoice;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.proforma.ProFormaCommands.ValidateProForma;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoiceReleased;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRetried;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidationFailed;
import za.lexohub.processes.Walk;

class BillingSagaTest extends BillingSagaWalk {

  @Nested
  class TheWayThrough {

    @Test
    void acceptance_asks_for_validation_and_arms_one_deadline() {
      fixture
          .givenNoPriorActivity()
          .whenPublishingA(Walk.accepted(), METADATA)
          .expectActiveSagas(1)
          .expectAssociationWith("proFormaId", PRO_FORMA)
          .expectAssociationWith("invoiceId", INVOICE)
          .expectDispatchedCommands(VALIDATE)
          .expectScheduledDeadlineWithName(FIRST, DEADLINE)
          .expectNoScheduledDeadlineWithName(NOW, NOW.plusSeconds(29), DEADLINE);
    }

    @Test
    void every_answer_begins_the_next_step() {
      for (int step = 0; step < ANSWERS.size(); step++) {
        new BillingSagaTest()
            .answered(step)
            .whenPublishingA(ANSWERS.get(step))
            .expectDispatchedCommands(COMMANDS.get(step + 1))
            .expectScheduledDeadline(FIRST, step + 2)
            .expectActiveSagas(1);
      }
    }

    @Test
    void a_notice_that_can_never_be_sent_does_not_hold_the_invoice_up() {
      answered(3)
          .whenPublishingA(noticeFailed("invoice-generated", Recipient.ADVOCATE))
          .expectDispatchedCommands(COMMANDS.get(4))
          .expectScheduledDeadline(FIRST, 5);
    }

    @Test
    void conversion_ends_it_and_leaves_no_deadline() {
      answered(4)
          .whenPublishingA(CONVERTED)
          .expectActiveSagas(0)
          .expectNoDispatchedCommands()
          .expectNoScheduledDeadlines();
    }

    @Test
    void a_command_carries_tenant_actor_and_correlation() {
      answered(0).whenPublishingA(VALIDATED, METADATA).expectDispatchedCommands(GENERATE);

      assertThat(fixture.getCommandBus().getDispatchedCommands().getLast().getMetaData())
          .containsEntry("tenant", "adv-1")
          .containsEntry("actorType", "SYSTEM")
          .containsEntry("actorId", "billing-saga")
          .containsEntry("correlationId", "request-1");
    }

    @Test
    void a_later_round_makes_another_invoice() {
      fixture
          .givenNoPriorActivity()
          .whenPublishingA(new ProFormaInvoicingRequested(PRO_FORMA, TENANT, 2), METADATA)
          .expectActiveSagas(1)
          .expectAssociationWith("invoiceId", InvoiceId.forProForma(PRO_FORMA, 2))
          .expectDispatchedCommands(new ValidateProForma(PRO_FORMA, TENANT, 2));
    }

    @Test
    void a_later_round_begins_although_the_last_one_is_still_there() {
      failedAt(2)
          .whenPublishingA(new ProFormaInvoicingRequested(PRO_FORMA, TENANT, 2), METADATA)
          .expectActiveSagas(2)
          .expectDispatchedCommands(new ValidateProForma(PRO_FORMA, TENANT, 2));
    }
  }

  @Nested
  class WithoutAnAnswer {

    @Test
    void every_step_sends_its_command_again_and_waits_twice_as_long() {
      for (int step = 0; step < COMMANDS.size(); step++) {
        new BillingSagaTest()
            .answered(step)
            .whenTimeElapses(FIRST)
            .expectDispatchedCommands(COMMANDS.get(step))
            .expectScheduledDeadlineWithName(Duration.ofSeconds(60), DEADLINE);
      }
    }

    @Test
    void a_refused_command_is_left_to_the_deadline() {
      fixture.setCallbackBehavior(
          (payload, metadata) ->
              GenericCommandResultMessage.asCommandResultMessage(
                  new RuleViolated(Rule.PRO_FORMA_NOT_ACCEPTED, "not accepted")));

      answered(0)
          .whenTimeElapses(FIRST)
          .expectDispatchedCommands(VALIDATE)
          .expectSuccessfulHandlerExecution()
          .expectScheduledDeadlineWithName(Duration.ofSeconds(60), DEADLINE);
    }

    @Test
    void the_last_attempt_is_followed_by_the_failure_of_that_step() {
      for (int step = 0; step < COMMANDS.size(); step++) {
        new BillingSagaTest().gives_up_at(step);
      }
    }

    @Test
    void the_failure_is_sent_until_it_is_recorded() {
      givenUpAt(2).andThenTimeElapses(FIRST);
      for (int repeat = 0; repeat < 10; repeat++) {
        fixture.andThenTimeElapses(Duration.ofMinutes(15));
      }
      fixture
          .whenTimeElapses(Duration.ofMinutes(15))
          .expectDispatchedCommands(failureAt(2))
          .expectScheduledDeadlineWithName(Duration.ofMinutes(15), DEADLINE);
    }

    @Test
    void a_recorded_failure_rests_without_a_deadline() {
      givenUpAt(2)
          .whenPublishingA(new ProFormaInvoicingFailed(PRO_FORMA, 1, "GENERATE_PDF", "…"))
          .expectActiveSagas(1)
          .expectNoDispatchedCommands()
          .expectNoScheduledDeadlines();
    }

    @Test
    void after_a_long_downtime_the_command_is_sent_once_and_gets_its_time_again() {
      answered(1)
          .whenTimeElapses(Duration.ofDays(3))
          .expectDispatchedCommands(
              new GenerateInvoice(INVOICE, TENANT, PRO_FORMA, 1, LocalDate.of(2026, 11, 23)))
          .expectScheduledDeadlineWithName(Duration.ofSeconds(60), DEADLINE);
    }
  }

  private void gives_up_at(int step) {
    answered(step);
    for (int seconds : new int[] {30, 60, 120, 240}) {
      fixture.andThenTimeElapses(Duration.ofSeconds(seconds));
    }
    fixture
        .whenTimeElapses(Duration.ofSeconds(480))
        .expectDispatchedCommands(failureAt(step))
        .expectScheduledDeadlineWithName(FIRST, DEADLINE);
  }

  @Nested
  class WhenAPersonRetries {

    @Test
    void the_failed_step_is_asked_for_again_with_all_its_attempts() {
      failedAt(2)
          .whenPublishingA(new ProFormaInvoicingRetried(PRO_FORMA, 1, "GENERATE_PDF"), METADATA)
          .expectDispatchedCommands(RENDER)
          .expectScheduledDeadlineWithName(FIRST, DEADLINE);
    }

    @Test
    void an_answer_that_came_after_the_failure_counts() {
      failedAt(2)
          .andThenAPublished(Walk.stored(PdfKind.DRAFT))
          .whenPublishingA(new ProFormaInvoicingRetried(PRO_FORMA, 1, "GENERATE_PDF"), METADATA)
          .expectDispatchedCommands(NOTIFY);
    }

    @Test
    void a_retry_that_arrives_twice_begins_once() {
      failedAt(2)
          .andThenAPublished(new ProFormaInvoicingRetried(PRO_FORMA, 1, "GENERATE_PDF"))
          .whenPublishingA(new ProFormaInvoicingRetried(PRO_FORMA, 1, "GENERATE_PDF"))
          .expectNoDispatchedCommands();
    }
  }

  @Nested
  class TheEnd {

    @Test
    void validation_that_fails_ends_it() {
      answered(0)
          .whenPublishingA(new ProFormaValidationFailed(PRO_FORMA, 1, "nothing-to-charge", "…"))
          .expectActiveSagas(0)
          .expectNoScheduledDeadlines();
    }

    @Test
    void a_discarded_invoice_ends_it_and_cancels_the_deadline() {
      answered(2)
          .whenPublishingA(Walk.discarded())
          .expectActiveSagas(0)
          .expectNoDispatchedCommands()
          .expectNoScheduledDeadlines();
    }

    @Test
    void a_released_pro_forma_ends_a_saga_that_has_failed() {
      failedAt(3)
          .whenPublishingA(new ProFormaInvoiceReleased(PRO_FORMA, 1, INVOICE))
          .expectActiveSagas(0);
    }
  }

  @Test
  void its_state_survives_being_stored() {
    failedAt(2);
    BillingSaga saga = stage.stored("proFormaId", PRO_FORMA.toString());
    Jackson3Serializer serializer = Jackson3Serializer.builder().build();

    var stored = serializer.serialize(saga, String.class);
    BillingSaga loaded = serializer.deserialize(stored);

    assertThat(loaded).usingRecursiveComparison().isEqualTo(saga);
    assertThat(stored.getData()).contains("\"failedStep\":\"GENERATE_PDF\"", "\"attempt\":1");
  }
}
