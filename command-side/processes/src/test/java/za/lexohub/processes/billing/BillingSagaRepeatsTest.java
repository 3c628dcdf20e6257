package za.lexohub.processes.billing;

import static za.lexohub.processes.SagaStage.METADATA;
import static za.lexohub.processes.SagaStage.NOW;
import static za.lexohub.processes.Walk.PRO_FORMA;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidated;
import za.lexohub.processes.Walk;

class BillingSagaRepeatsTest extends BillingSagaWalk {

  @Nested
  class WhatChangesNothing {

    @Test
    void an_acceptance_that_arrives_twice() {
      answered(1)
          .whenPublishingA(Walk.accepted(), METADATA)
          .expectActiveSagas(1)
          .expectNoDispatchedCommands();
    }

    @Test
    void an_answer_that_arrives_twice() {
      answered(3).whenPublishingA(Walk.stored(PdfKind.DRAFT)).expectNoDispatchedCommands();
    }

    @Test
    void the_original_while_the_draft_is_waited_for() {
      answered(2).whenPublishingA(Walk.stored(PdfKind.ORIGINAL)).expectNoDispatchedCommands();
    }

    @Test
    void another_mail_while_the_advocates_is_waited_for() {
      answered(3)
          .whenPublishingA(Walk.notified("final-invoice", Recipient.ATTORNEY, 1))
          .expectNoDispatchedCommands();
    }

    @Test
    void the_failure_of_another_mail_while_the_advocates_is_waited_for() {
      answered(3)
          .whenPublishingA(noticeFailed("final-invoice", Recipient.ATTORNEY))
          .expectNoDispatchedCommands();
    }

    @Test
    void an_answer_of_another_round() {
      answered(0)
          .whenPublishingA(new ProFormaValidated(PRO_FORMA, 2, InvoiceId.forProForma(PRO_FORMA, 2)))
          .expectNoDispatchedCommands()
          .expectScheduledDeadline(FIRST, 1);
    }

    @Test
    void a_deadline_of_an_earlier_step() {
      answered(2);
      stage.alsoFires(NOW.plusSeconds(5), DEADLINE, 1, "proFormaId", PRO_FORMA.toString());
      fixture.whenTimeElapses(Duration.ofSeconds(10)).expectNoDispatchedCommands();
    }

    @Test
    void a_deadline_that_fires_twice() {
      answered(2).andThenTimeElapses(FIRST);
      stage.alsoFires(NOW.plusSeconds(35), DEADLINE, 3, "proFormaId", PRO_FORMA.toString());
      fixture.whenTimeElapses(Duration.ofSeconds(10)).expectNoDispatchedCommands();
    }

    @Test
    void a_deadline_after_the_failure() {
      failedAt(2);
      stage.alsoFires(
          NOW.plus(ALL_ATTEMPTS).plusSeconds(5), DEADLINE, 8, "proFormaId", PRO_FORMA.toString());
      fixture.whenTimeElapses(Duration.ofMinutes(1)).expectNoDispatchedCommands();
    }
  }
}
