package za.lexohub.projectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.agreement.AgreementEvents;
import za.lexohub.messages.attachment.AttachmentEvents;
import za.lexohub.messages.batch.InvoiceBatchEvents;
import za.lexohub.messages.creditnote.CreditNoteEvents;
import za.lexohub.messages.dispute.PaymentDisputeEvents;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.invoice.InvoiceEvents;
import za.lexohub.messages.matter.MatterEvents;
import za.lexohub.messages.practice.AdvocateEvents;
import za.lexohub.messages.proforma.ProFormaEvents;
import za.lexohub.messages.ratecard.RateCardEvents;
import za.lexohub.messages.receipt.ReceiptEvents;
import za.lexohub.messages.retainer.RetainerEvents;
import za.lexohub.messages.scope.ScopeAmendmentEvents;
import za.lexohub.messages.trust.TrustAccountEvents;
import za.lexohub.projectors.batch.InvoiceBatchProjector;
import za.lexohub.projectors.claims.ClaimProjector;
import za.lexohub.projectors.invoice.InvoiceCardProjector;
import za.lexohub.projectors.invoice.InvoiceProjector;
import za.lexohub.projectors.ledger.LedgerProjector;
import za.lexohub.projectors.matter.MatterCardProjector;
import za.lexohub.projectors.matter.MatterProjector;
import za.lexohub.projectors.papers.PapersProjector;
import za.lexohub.projectors.practice.PracticeProjector;
import za.lexohub.projectors.proforma.ProFormaProjector;
import za.lexohub.projectors.promises.PromisesProjector;
import za.lexohub.projectors.ratecard.RateCardProjector;
import za.lexohub.projectors.retainer.RetainerProjector;
import za.lexohub.projectors.trust.TrustAccountProjector;

/**
 * A row's version is its ETag, so the lists must hear of every event of their aggregate; and every
 * one of them must forget.
 */
class EveryEventTest {

  @Test
  void the_lists_handle_every_event_of_their_aggregate() {
    assertThat(handled(MatterProjector.class)).isEqualTo(events(MatterEvents.class));
    assertThat(handled(MatterCardProjector.class))
        .containsExactlyInAnyOrder(MatterEvents.class, Forgetting.class);
    assertThat(handled(InvoiceCardProjector.class))
        .containsExactlyInAnyOrder(InvoiceEvents.class, Forgetting.class);
    assertThat(handled(ProFormaProjector.class)).isEqualTo(events(ProFormaEvents.class));
    assertThat(handled(InvoiceProjector.class)).isEqualTo(events(InvoiceEvents.class));
    assertThat(handled(RateCardProjector.class))
        .containsExactlyInAnyOrder(RateCardEvents.class.getPermittedSubclasses());
    assertThat(handled(InvoiceBatchProjector.class))
        .containsExactlyInAnyOrder(InvoiceBatchEvents.class.getPermittedSubclasses());
    assertThat(handled(RetainerProjector.class)).isEqualTo(events(RetainerEvents.class));
    assertThat(handled(TrustAccountProjector.class)).isEqualTo(events(TrustAccountEvents.class));
    // Nothing of the practice is sealed under the key of a file.
    assertThat(handled(PracticeProjector.class))
        .containsExactlyInAnyOrder(AdvocateEvents.class.getPermittedSubclasses());
    assertThat(handled(PromisesProjector.class))
        .containsAll(events(AgreementEvents.class))
        .containsAll(events(ScopeAmendmentEvents.class));
    assertThat(handled(PapersProjector.class)).containsAll(events(AttachmentEvents.class));
  }

  @Test
  void theClaimsHandleEveryEventOfNotesDisputesAndReceipts() {
    assertThat(handled(ClaimProjector.class))
        .containsAll(events(CreditNoteEvents.class))
        .containsAll(events(PaymentDisputeEvents.class))
        .containsAll(events(ReceiptEvents.class));
  }

  /**
   * Nothing personal stands in the ledger, so there is nothing to forget; and no row is changed.
   */
  @Test
  void theLedgerBooksWhatMovesMoneyAndNothingElse() {
    assertThat(handled(LedgerProjector.class))
        .containsExactlyInAnyOrder(
            ReceiptEvents.ReceiptAllocated.class,
            InvoiceEvents.InvoiceSent.class,
            InvoiceEvents.InvoiceVoided.class,
            InvoiceEvents.PaymentRecorded.class,
            InvoiceEvents.PaymentReversed.class,
            InvoiceEvents.CreditNoteApplied.class,
            InvoiceEvents.DebitNoteApplied.class,
            InvoiceEvents.InvoiceWrittenOff.class,
            MatterEvents.TimeLogged.class,
            MatterEvents.TimeEntryAmended.class,
            MatterEvents.ServiceLogged.class,
            MatterEvents.ServiceAmended.class,
            MatterEvents.DisbursementLogged.class,
            MatterEvents.DisbursementAmended.class,
            MatterEvents.WorkItemRemoved.class,
            MatterEvents.WorkItemWrittenOff.class,
            MatterEvents.MatterInvoiced.class,
            MatterEvents.MatterInvoiceReleased.class,
            ProFormaEvents.ProFormaSent.class,
            ProFormaEvents.ProFormaAccepted.class,
            ProFormaEvents.ProFormaDeclined.class,
            ProFormaEvents.ProFormaExpired.class,
            ProFormaEvents.ProFormaConvertedToInvoice.class,
            ProFormaEvents.ProFormaConvertedToMatter.class);
  }

  private static Set<Class<?>> events(Class<? extends DomainEvent> life) {
    return Stream.concat(Stream.of(life.getPermittedSubclasses()), Stream.of(Forgetting.class))
        .collect(Collectors.toSet());
  }

  private static Set<Class<?>> handled(Class<?> projector) {
    return Arrays.stream(projector.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(EventHandler.class))
        .map(Method::getParameterTypes)
        .map(types -> types[0])
        .collect(Collectors.toSet());
  }
}
