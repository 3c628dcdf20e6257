package za.lexohub.projectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.agreement.AgreementEvents;
import za.lexohub.messages.attachment.AttachmentEvents;
import za.lexohub.messages.batch.InvoiceBatchEvents;
import za.lexohub.messages.creditnote.CreditNoteEvents;
import za.lexohub.messages.dispute.PaymentDisputeEvents;
import za.lexohub.messages.erasure.ErasureEvents;
import za.lexohub.messages.invoice.InvoiceEvents;
import za.lexohub.messages.matter.MatterEvents;
import za.lexohub.messages.notification.InboxEvents;
import za.lexohub.messages.proforma.ProFormaEvents;
import za.lexohub.messages.receipt.ReceiptEvents;
import za.lexohub.messages.retainer.RetainerEvents;
import za.lexohub.messages.scope.ScopeAmendmentEvents;
import za.lexohub.messages.practice.AdvocateEvents;
import za.lexohub.messages.trust.TrustAccountEvents;
import za.lexohub.messages.ratecard.RateCardEvents;

/** Hands events to a projector as the processor does: one transaction each, with their metadata. */
public final class Replayed {

  private final AnnotationEventHandlerAdapter projector;
  private final TransactionTemplate transactions;
  private final Story story;
  private final List<DomainEventMessage<?>> all = new ArrayList<>();
  private final Map<String, Long> next = new HashMap<>();

  public Replayed(Object projector, TransactionTemplate transactions, Story story) {
    this.projector = new AnnotationEventHandlerAdapter(projector);
    this.transactions = transactions;
    this.story = story;
  }

  /** The next events of their aggregates; every one is delivered twice. */
  public void apply(DomainEvent... events) {
    for (DomainEvent event : events) {
      DomainEventMessage<?> message = message(event);
      all.add(message);
      deliver(message);
      deliver(message);
    }
  }

  /** Everything comes once more: in order, backwards and shuffled; nothing may change. */
  public <T> void assertNothingChangesWhenTheyComeAgain(Supplier<T> state) {
    T before = state.get();
    List<DomainEventMessage<?>> again = new ArrayList<>(all);
    again.forEach(this::deliver);
    assertThat(state.get()).isEqualTo(before);
    Collections.reverse(again);
    again.forEach(this::deliver);
    assertThat(state.get()).isEqualTo(before);
    Collections.shuffle(again, new Random(7));
    again.forEach(this::deliver);
    assertThat(state.get()).isEqualTo(before);
  }

  /** Empties the read model and delivers everything from the beginning. */
  public void replayFromZero() {
    transactions.executeWithoutResult(status -> projector.prepareReset());
    all.forEach(this::deliver);
  }

  public DomainEventMessage<?> message(DomainEvent event) {
    String type;
    String id;
    switch (event) {
      case MatterEvents e -> {
        type = "Matter";
        id = e.matterId().toString();
      }
      case ProFormaEvents e -> {
        type = "ProForma";
        id = e.proFormaId().toString();
      }
      case InvoiceEvents e -> {
        type = "Invoice";
        id = e.invoiceId().toString();
      }
      case ErasureEvents e -> {
        type = "PersonalFile";
        id = e.personalFileId().toString();
      }
      case AdvocateEvents e -> {
        type = "Advocate";
        id = e.advocateId().toString();
      }
      case AgreementEvents e -> {
        type = "Agreement";
        id = e.agreementId().toString();
      }
      case ScopeAmendmentEvents e -> {
        type = "ScopeAmendment";
        id = e.amendmentId().toString();
      }
      case InboxEvents e -> {
        type = "Inbox";
        id = e.inboxId().toString();
      }
      case CreditNoteEvents e -> {
        type = "CreditNote";
        id = e.creditNoteId().toString();
      }
      case PaymentDisputeEvents e -> {
        type = "PaymentDispute";
        id = e.disputeId().toString();
      }
      case ReceiptEvents e -> {
        type = "Receipt";
        id = e.receiptId().toString();
      }
      case RetainerEvents e -> {
        type = "Retainer";
        id = e.retainerId().toString();
      }
      case TrustAccountEvents e -> {
        type = "TrustAccount";
        id = e.trustAccountId().toString();
      }
      case AttachmentEvents e -> {
        type = "Attachment";
        id = e.attachmentId().toString();
      }
      case RateCardEvents e -> {
        type = "RateCard";
        id = e.rateCardId().toString();
      }
      case InvoiceBatchEvents e -> {
        type = "InvoiceBatch";
        id = e.batchId().toString();
      }
      default -> throw new IllegalArgumentException(event.toString());
    }
    long sequence = next.merge(id, 1L, Long::sum) - 1;
    EventMessage<?> stamped =
        new GenericDomainEventMessage<>(
            type, id, sequence, event, MetaData.with("tenant", story.tenant.value()));
    return (DomainEventMessage<?>) stamped;
  }

  public void deliver(DomainEventMessage<?> message) {
    transactions.executeWithoutResult(
        status -> {
          try {
            projector.handle(message);
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
