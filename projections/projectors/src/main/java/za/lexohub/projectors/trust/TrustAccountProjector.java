package za.lexohub.projectors.trust;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.messages.trust.TrustAccountEvents.TrustAccountOpened;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyReceived;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyRefunded;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyTransferred;
import za.lexohub.messages.trust.TrustAccountEvents.TrustReconciled;
import za.lexohub.messages.trust.TrustAccountEvents.TrustTransferReversed;
import za.lexohub.projectors.erasure.Forgetful;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.projectors.practice.PracticeProjector;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.trust.TrustAccountView.Reconciliation;
import za.lexohub.readmodels.trust.TrustEntryView;
import za.lexohub.readmodels.trust.TrustRows;

/** Keeps the trust account and the list of what was moved on it. */
@ProcessingGroup(ReadModelGroups.CLIENT_MONEY)
public final class TrustAccountProjector {

  private final TrustRows trust;
  private final OpenedText opened;
  private final PublishedPositions positions;

  public TrustAccountProjector(TrustRows trust, OpenedText opened, PublishedPositions positions) {
    this.trust = trust;
    this.opened = opened;
    this.positions = positions;
  }

  @EventHandler
  void on(TrustAccountOpened event, Stamp stamp) {
    trust.opened(
        stamp,
        opened
            .open(stamp.tenant(), event.bank(), SupplierDetails.Banking.class)
            .map(PracticeProjector::account)
            .orElse(null),
        event.openedOn());
  }

  @EventHandler
  void on(TrustMoneyReceived event, Stamp stamp) {
    trust.entered(
        stamp,
        new TrustEntryView(
            event.entryId(),
            "RECEIPT",
            event.matterId().value(),
            null,
            event.receiptNumber(),
            null,
            OpenedText.money(event.amount()),
            event.method().name(),
            event.receivedOn(),
            opened.text(stamp.tenant(), event.reference()),
            OpenedText.money(event.matterBalance()),
            OpenedText.money(event.balance()),
            false,
            null,
            stamp.version(),
            stamp.at(),
            stamp.at()));
  }

  @EventHandler
  void on(TrustMoneyTransferred event, Stamp stamp) {
    trust.entered(
        stamp,
        new TrustEntryView(
            event.entryId(),
            "TRANSFER",
            event.matterId().value(),
            event.invoiceId() == null ? null : event.invoiceId().value(),
            null,
            event.authorization().name(),
            OpenedText.money(event.amount()),
            null,
            event.transferredOn(),
            opened.text(stamp.tenant(), event.reason()),
            OpenedText.money(event.matterBalance()),
            OpenedText.money(event.balance()),
            false,
            null,
            stamp.version(),
            stamp.at(),
            stamp.at()));
  }

  @EventHandler
  void on(TrustTransferReversed event, Stamp stamp) {
    trust.reversed(
        stamp,
        event.entryId(),
        opened.text(stamp.tenant(), event.reason()),
        OpenedText.money(event.balance()));
  }

  @EventHandler
  void on(TrustMoneyRefunded event, Stamp stamp) {
    trust.entered(
        stamp,
        new TrustEntryView(
            event.entryId(),
            "REFUND",
            event.matterId().value(),
            null,
            null,
            null,
            OpenedText.money(event.amount()),
            null,
            event.refundedOn(),
            opened.text(stamp.tenant(), event.reason()),
            OpenedText.money(event.matterBalance()),
            OpenedText.money(event.balance()),
            false,
            null,
            stamp.version(),
            stamp.at(),
            stamp.at()));
  }

  @EventHandler
  void on(TrustReconciled event, Stamp stamp) {
    trust.reconciled(
        stamp,
        new Reconciliation(
            event.on(),
            OpenedText.money(event.ledger()),
            OpenedText.money(event.bank()),
            OpenedText.money(event.difference()),
            opened.text(stamp.tenant(), event.note())));
  }

  @EventHandler
  void on(Forgetting event, Stamp stamp) {
    if (Forgetful.of(event).wording()) {
      event.data().matterIds().forEach(id -> trust.forget(stamp.tenant(), id));
    }
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.CLIENT_MONEY);
    trust.empty();
  }
}
