package za.lexohub.projectors.search;

import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.matter.MatterEvents;
import za.lexohub.messages.matter.MatterEvents.MatterAccepted;
import za.lexohub.messages.matter.MatterEvents.MatterActivated;
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterAwaitingApproval;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterDeclined;
import za.lexohub.messages.matter.MatterEvents.MatterEstimateChanged;
import za.lexohub.messages.matter.MatterEvents.MatterMarkedPending;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterReopened;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.messages.matter.MatterEvents.MatterSettled;
import za.lexohub.messages.matter.MatterEvents.MatterTermsSet;
import za.lexohub.messages.matter.MatterEvents.MatterUnarchived;
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.search.DocumentChange;
import za.lexohub.readmodels.search.SearchField;
import za.lexohub.readmodels.search.SearchIndex;

/** Keeps the index {@code matters}. At least once, in any order; see {@link SearchDocuments}. */
@ProcessingGroup(MatterSearchProjector.GROUP)
class MatterSearchProjector {

  static final String GROUP = ReadModelGroups.MATTER_SEARCH;

  private final SearchDocuments documents;
  private final Emptied emptied;
  private final Unsealed unsealed;

  MatterSearchProjector(SearchDocuments documents, Emptied emptied, PersonalDataVault vault) {
    this.documents = documents;
    this.emptied = emptied;
    this.unsealed = new Unsealed(vault);
  }

  @EventHandler
  void on(MatterOpened event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        matter -> {
          matter = unsealed.wording(matter, event.wording());
          matter = unsealed.client(matter, event.client());
          matter = unsealed.attorney(matter, event.attorney());
          return matter
              .with(SearchField.REFERENCE_NUMBER, event.reference())
              .with(SearchField.COURT_CASE_NUMBER, event.courtCaseNumber())
              .with(SearchField.MATTER_TYPE, event.matterType())
              .with(SearchField.BAR, event.bar())
              .with(SearchField.OPENED_ON, event.openedOn())
              .with(SearchField.ARCHIVED, false)
              .with(SearchField.STATUS, "ACTIVE");
        });
  }

  @EventHandler
  void on(MatterPutOnHold event, DomainEventMessage<?> message) {
    change(event, message, matter -> matter.with(SearchField.STATUS, "ON_HOLD"));
  }

  @EventHandler
  void on(MatterResumed event, DomainEventMessage<?> message) {
    change(event, message, matter -> matter.with(SearchField.STATUS, "ACTIVE"));
  }

  @EventHandler
  void on(MatterSettled event, DomainEventMessage<?> message) {
    change(event, message, matter -> matter.with(SearchField.STATUS, "SETTLED"));
  }

  @EventHandler
  void on(MatterClosed event, DomainEventMessage<?> message) {
    change(event, message, matter -> matter.with(SearchField.STATUS, "CLOSED"));
  }

  @EventHandler
  void on(MatterArchived event, DomainEventMessage<?> message) {
    change(event, message, matter -> matter.with(SearchField.ARCHIVED, true));
  }

  @EventHandler
  void on(MatterUnarchived event, DomainEventMessage<?> message) {
    change(event, message, matter -> matter.with(SearchField.ARCHIVED, false));
  }

  @EventHandler
  void on(MatterRequested event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        matter -> {
          matter = unsealed.wording(matter, event.wording());
          matter = unsealed.client(matter, event.client());
          matter = unsealed.attorney(matter, event.attorney());
          return matter
              .with(SearchField.REFERENCE_NUMBER, event.reference())
              .with(SearchField.MATTER_TYPE, event.matterType())
              .with(SearchField.BAR, event.bar())
              .with(SearchField.OPENED_ON, event.requestedOn())
              .with(SearchField.URGENT, event.urgent())
              .with(SearchField.ARCHIVED, false)
              .with(SearchField.STATUS, "REQUESTED");
        });
  }

  @EventHandler
  void on(MatterAccepted event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        matter ->
            matter
                .with(SearchField.COURT_CASE_NUMBER, event.courtCaseNumber())
                .with(SearchField.OPENED_ON, event.acceptedOn())
                .with(SearchField.STATUS, "ACTIVE"));
  }

  @EventHandler
  void on(MatterMarkedPending event, DomainEventMessage<?> message) {
    change(event, message, matter -> matter.with(SearchField.STATUS, "PENDING"));
  }

  @EventHandler
  void on(MatterActivated event, DomainEventMessage<?> message) {
    change(event, message, matter -> matter.with(SearchField.STATUS, "ACTIVE"));
  }

  @EventHandler
  void on(MatterAwaitingApproval event, DomainEventMessage<?> message) {
    change(event, message, matter -> matter.with(SearchField.STATUS, "AWAITING_APPROVAL"));
  }

  @EventHandler
  void on(MatterDeclined event, DomainEventMessage<?> message) {
    change(event, message, matter -> matter.with(SearchField.STATUS, "DECLINED"));
  }

  @EventHandler
  void on(MatterReopened event, DomainEventMessage<?> message) {
    change(event, message, matter -> matter.with(SearchField.STATUS, "ACTIVE"));
  }

  @EventHandler
  void on(MatterTermsSet event, DomainEventMessage<?> message) {
    MatterTerms terms = event.terms();
    change(
        event,
        message,
        matter ->
            matter
                .with(
                    SearchField.ESTIMATE_CENTS,
                    terms.estimate() == null ? null : terms.estimate().amount())
                .with(SearchField.URGENT, terms.urgent())
                .with(SearchField.NEXT_COURT_DATE, terms.nextCourtDate()));
  }

  @EventHandler
  void on(MatterEstimateChanged event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        matter -> matter.with(SearchField.ESTIMATE_CENTS, event.estimate().amount()));
  }

  @EventHandler
  void on(Forgetting event, DomainEventMessage<?> message) {
    documents.forget(SearchIndex.MATTERS, event.data().matterIds(), event.data(), message);
  }

  @ResetHandler
  void reset() {
    emptied.afterCommit(SearchIndex.MATTERS);
  }

  private void change(
      MatterEvents event, DomainEventMessage<?> message, UnaryOperator<DocumentChange> saying) {
    documents.change(SearchIndex.MATTERS, event.matterId(), message, saying);
  }
}
