package za.lexohub.projectors.promises;

import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementEvents.AgreementCancelled;
import za.lexohub.messages.agreement.AgreementEvents.AgreementCountersigned;
import za.lexohub.messages.agreement.AgreementEvents.AgreementDrafted;
import za.lexohub.messages.agreement.AgreementEvents.AgreementNotificationFailed;
import za.lexohub.messages.agreement.AgreementEvents.AgreementNotificationRequested;
import za.lexohub.messages.agreement.AgreementEvents.AgreementNotificationSent;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSent;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSignedByClient;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSignedOnPaper;
import za.lexohub.messages.agreement.AgreementText;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.invoice.InvoiceEvents.DebtAcknowledged;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentApproved;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentProposed;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentRejected;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentSuperseded;
import za.lexohub.projectors.erasure.Forgetful;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.agreement.AgreementRows;
import za.lexohub.readmodels.party.Forgotten;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.reminder.PrescriptionRows;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.scope.ScopeAmendmentRows;
import za.lexohub.readmodels.scope.ScopeAmendmentView;

/** Keeps the lists of engagement agreements and scope amendments, and when debts prescribe. */
@ProcessingGroup(ReadModelGroups.PROMISES)
public final class PromisesProjector {

  private static final AgreementRows.Text ERASED =
      new AgreementRows.Text(PartyView.ERASED, PartyView.ERASED, PartyView.ERASED);

  private final AgreementRows agreements;
  private final ScopeAmendmentRows amendments;
  private final PrescriptionRows prescriptions;
  private final OpenedText opened;
  private final PersonalDataVault vault;
  private final PublishedPositions positions;

  public PromisesProjector(
      AgreementRows agreements,
      ScopeAmendmentRows amendments,
      PrescriptionRows prescriptions,
      OpenedText opened,
      PersonalDataVault vault,
      PublishedPositions positions) {
    this.agreements = agreements;
    this.amendments = amendments;
    this.prescriptions = prescriptions;
    this.opened = opened;
    this.vault = vault;
    this.positions = positions;
  }

  @EventHandler
  void on(AgreementDrafted event, Stamp stamp) {
    agreements.drafted(
        stamp,
        event.matterId() == null ? null : event.matterId().value(),
        event.proFormaId() == null ? null : event.proFormaId().value(),
        opened.party(stamp.tenant(), event.client()),
        text(stamp.tenant(), event.text()));
  }

  private AgreementRows.Text text(String tenant, PersonalData sealed) {
    return vault
        .open(new TenantId(tenant), sealed, AgreementText.class)
        .map(open -> new AgreementRows.Text(open.terms(), open.scope(), open.fees()))
        .orElse(ERASED);
  }

  @EventHandler
  void on(AgreementSent event, Stamp stamp) {
    agreements.sent(stamp, event.linkGeneration(), event.expiresAt(), event.sentAt());
  }

  @EventHandler
  void on(AgreementSignedByClient event, Stamp stamp) {
    agreements.signed(
        stamp,
        opened.text(stamp.tenant(), event.signature()),
        event.channel().name(),
        event.signedAt());
  }

  @EventHandler
  void on(AgreementCountersigned event, Stamp stamp) {
    agreements.countersigned(stamp, event.by(), event.signedAt());
  }

  @EventHandler
  void on(AgreementSignedOnPaper event, Stamp stamp) {
    agreements.signedOnPaper(
        stamp,
        opened.text(stamp.tenant(), event.signature()),
        BusinessTime.startOf(event.signedOn()),
        event.scan().value(),
        event.by(),
        event.recordedAt());
  }

  @EventHandler
  void on(AgreementCancelled event, Stamp stamp) {
    agreements.cancelled(stamp, opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(AgreementNotificationRequested event, Stamp stamp) {
    agreements.mailed(stamp, "REQUESTED", null);
  }

  @EventHandler
  void on(AgreementNotificationSent event, Stamp stamp) {
    agreements.mailed(stamp, "SENT", null);
  }

  @EventHandler
  void on(AgreementNotificationFailed event, Stamp stamp) {
    agreements.mailed(stamp, "FAILED", event.reason());
  }

  @EventHandler
  void on(ScopeAmendmentProposed event, Stamp stamp) {
    amendments.proposed(
        stamp,
        new ScopeAmendmentView(
            stamp.id(),
            event.matterId().value(),
            event.agreementId() == null ? null : event.agreementId().value(),
            event.type().name(),
            "PENDING",
            opened.text(stamp.tenant(), event.reason()),
            OpenedText.money(event.originalEstimate()),
            OpenedText.money(event.newEstimate()),
            event.originalDays(),
            event.newDays(),
            event.automatic(),
            null,
            null,
            null,
            null,
            stamp.version(),
            stamp.at(),
            stamp.at()));
  }

  @EventHandler
  void on(ScopeAmendmentApproved event, Stamp stamp) {
    amendments.approved(stamp, event.channel().name(), event.approvedBy());
  }

  @EventHandler
  void on(ScopeAmendmentRejected event, Stamp stamp) {
    amendments.rejected(stamp, opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(ScopeAmendmentSuperseded event, Stamp stamp) {
    amendments.superseded(stamp, event.by().value());
  }

  @EventHandler
  void on(InvoiceSent event, Stamp stamp) {
    prescriptions.begins(stamp, event.dueDate());
  }

  /** Whether or not it holds: a payment acknowledges the debt. */
  @EventHandler
  void on(PaymentRecorded event, Stamp stamp) {
    prescriptions.interrupted(stamp, event.paymentDate());
  }

  @EventHandler
  void on(DebtAcknowledged event, Stamp stamp) {
    prescriptions.interrupted(stamp, event.acknowledgedOn());
  }

  @EventHandler
  void on(Forgetting event, Stamp stamp) {
    Forgotten forgotten = Forgetful.of(event);
    for (UUID matter : event.data().matterIds()) {
      agreements.forgetMatter(stamp.tenant(), matter, forgotten);
      amendments.forgetMatter(stamp.tenant(), matter, forgotten);
    }
    for (UUID proForma : event.data().proFormaIds()) {
      agreements.forgetProForma(stamp.tenant(), proForma, forgotten);
    }
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.PROMISES);
    agreements.empty();
    amendments.empty();
    prescriptions.empty();
  }
}
