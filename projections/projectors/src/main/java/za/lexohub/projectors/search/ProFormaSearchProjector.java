package za.lexohub.projectors.search;

import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.proforma.ProFormaEvents;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConversionReversed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoiceReleased;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRetried;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNegotiationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestRejected;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestSubmitted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidationFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.search.DocumentChange;
import za.lexohub.readmodels.search.SearchField;
import za.lexohub.readmodels.search.SearchIndex;

/** Keeps the index {@code proformas}. At least once, in any order; see {@link SearchDocuments}. */
@ProcessingGroup(ProFormaSearchProjector.GROUP)
class ProFormaSearchProjector {

  static final String GROUP = ReadModelGroups.PRO_FORMA_SEARCH;

  private final SearchDocuments documents;
  private final Emptied emptied;
  private final Unsealed unsealed;

  ProFormaSearchProjector(SearchDocuments documents, Emptied emptied, PersonalDataVault vault) {
    this.documents = documents;
    this.emptied = emptied;
    this.unsealed = new Unsealed(vault);
  }

  @EventHandler
  void on(ProFormaRequested event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        proForma -> {
          proForma = unsealed.wording(proForma, event.wording());
          proForma = unsealed.client(proForma, event.client());
          return proForma
              .with(SearchField.MATTER_TYPE, event.matterType())
              .with(SearchField.PHASE, "REQUESTED");
        });
  }

  @EventHandler
  void on(ProFormaRequestSubmitted event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        proForma -> {
          proForma = unsealed.wording(proForma, event.wording());
          proForma = unsealed.client(proForma, event.client());
          proForma = unsealed.attorney(proForma, event.attorney());
          return proForma
              .with(SearchField.MATTER_TYPE, event.matterType())
              .with(SearchField.PHASE, "SUBMITTED");
        });
  }

  @EventHandler
  void on(ProFormaRequestRejected event, DomainEventMessage<?> message) {
    change(event, message, proForma -> proForma.with(SearchField.PHASE, "REJECTED"));
  }

  @EventHandler
  void on(ProFormaDrafted event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        proForma -> {
          proForma = unsealed.wording(proForma, event.wording());
          proForma = unsealed.client(proForma, event.client());
          proForma = unsealed.attorney(proForma, event.attorney());
          return proForma
              .with(SearchField.REFERENCE_NUMBER, event.quoteNumber())
              .with(
                  SearchField.MATTER_ID, event.matterId() == null ? null : event.matterId().value())
              .with(SearchField.MATTER_TYPE, event.matterType())
              .with(SearchField.BAR, event.offer().supplier().bar())
              .with(SearchField.TOTAL_CENTS, event.offer().totals().total().amount())
              .with(SearchField.QUOTE_DATE, event.quoteDate())
              .with(SearchField.VALID_UNTIL, event.validUntil())
              .with(SearchField.PHASE, "DRAFT");
        });
  }

  /** Leaves the phase: what is revised while it is negotiated is still negotiated. */
  @EventHandler
  void on(ProFormaRevised event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        proForma -> {
          proForma = unsealed.wording(proForma, event.wording());
          return proForma
              .with(SearchField.TOTAL_CENTS, event.offer().totals().total().amount())
              .with(SearchField.VALID_UNTIL, event.validUntil());
        });
  }

  @EventHandler
  void on(ProFormaSent event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        proForma ->
            proForma
                .with(SearchField.TOTAL_CENTS, event.total().amount())
                .with(SearchField.VALID_UNTIL, event.validUntil())
                .with(SearchField.PHASE, "SENT"));
  }

  @EventHandler
  void on(ProFormaAccepted event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        proForma ->
            proForma
                .with(SearchField.TOTAL_CENTS, event.offer().totals().total().amount())
                .with(SearchField.PHASE, "ACCEPTED"));
  }

  @EventHandler
  void on(ProFormaDeclined event, DomainEventMessage<?> message) {
    change(event, message, proForma -> proForma.with(SearchField.PHASE, "DECLINED"));
  }

  @EventHandler
  void on(ProFormaNegotiationRequested event, DomainEventMessage<?> message) {
    change(event, message, proForma -> proForma.with(SearchField.PHASE, "NEGOTIATING"));
  }

  @EventHandler
  void on(ProFormaExpired event, DomainEventMessage<?> message) {
    change(event, message, proForma -> proForma.with(SearchField.EXPIRED, true));
  }

  @EventHandler
  void on(ProFormaExtended event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        proForma -> {
          proForma = proForma.with(SearchField.EXPIRED, false);
          return event.validUntil() == null
              ? proForma
              : proForma.with(SearchField.VALID_UNTIL, event.validUntil());
        });
  }

  @EventHandler
  void on(ProFormaWithdrawn event, DomainEventMessage<?> message) {
    change(event, message, proForma -> proForma.with(SearchField.PHASE, "WITHDRAWN"));
  }

  @EventHandler
  void on(ProFormaValidationFailed event, DomainEventMessage<?> message) {
    change(event, message, proForma -> proForma.with(SearchField.BILLING_FAILURE, event.code()));
  }

  @EventHandler
  void on(ProFormaInvoicingFailed event, DomainEventMessage<?> message) {
    change(event, message, proForma -> proForma.with(SearchField.BILLING_FAILURE, event.step()));
  }

  @EventHandler
  void on(ProFormaInvoicingRetried event, DomainEventMessage<?> message) {
    change(event, message, proForma -> proForma.with(SearchField.BILLING_FAILURE, null));
  }

  @EventHandler
  void on(ProFormaInvoicingRequested event, DomainEventMessage<?> message) {
    change(event, message, proForma -> proForma.with(SearchField.BILLING_FAILURE, null));
  }

  @EventHandler
  void on(ProFormaConvertedToInvoice event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        proForma ->
            proForma
                .with(SearchField.PHASE, "CONVERTED")
                .with(SearchField.INVOICE_ID, event.invoiceId().value())
                .with(SearchField.BILLING_FAILURE, null));
  }

  @EventHandler
  void on(ProFormaConvertedToMatter event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        proForma ->
            (event.accepted() ? proForma : proForma.with(SearchField.PHASE, "CONVERTED"))
                .with(SearchField.MATTER_ID, event.matterId().value()));
  }

  @EventHandler
  void on(ProFormaConversionReversed event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        proForma ->
            (event.accepted() ? proForma : proForma.with(SearchField.PHASE, "SUBMITTED"))
                .with(SearchField.MATTER_ID, null));
  }

  @EventHandler
  void on(ProFormaInvoiceReleased event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        proForma ->
            proForma.with(SearchField.PHASE, "ACCEPTED").with(SearchField.INVOICE_ID, null));
  }

  @EventHandler
  void on(ProFormaPdfFailed event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        proForma -> proForma.with(SearchField.PDF_FAILURE, "REVISION_" + event.revision()));
  }

  @EventHandler
  void on(ProFormaPdfStored event, DomainEventMessage<?> message) {
    change(event, message, proForma -> proForma.with(SearchField.PDF_FAILURE, null));
  }

  @EventHandler
  void on(ProFormaNotificationFailed event, DomainEventMessage<?> message) {
    change(event, message, proForma -> proForma.with(SearchField.MAIL_FAILURE, event.template()));
  }

  @EventHandler
  void on(ProFormaNotificationSent event, DomainEventMessage<?> message) {
    change(event, message, proForma -> proForma.with(SearchField.MAIL_FAILURE, null));
  }

  @EventHandler
  void on(Forgetting event, DomainEventMessage<?> message) {
    documents.forget(SearchIndex.PRO_FORMAS, event.data().proFormaIds(), event.data(), message);
  }

  @ResetHandler
  void reset() {
    emptied.afterCommit(SearchIndex.PRO_FORMAS);
  }

  private void change(
      ProFormaEvents event, DomainEventMessage<?> message, UnaryOperator<DocumentChange> saying) {
    documents.change(SearchIndex.PRO_FORMAS, event.proFormaId(), message, saying);
  }
}
