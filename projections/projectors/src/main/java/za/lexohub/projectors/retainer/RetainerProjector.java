package za.lexohub.projectors.retainer;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.retainer.RetainerEvents.RetainerAgreed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerBalanceLow;
import za.lexohub.messages.retainer.RetainerEvents.RetainerCancelled;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDepleted;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDeposited;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawdownReversed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawnDown;
import za.lexohub.messages.retainer.RetainerEvents.RetainerExpired;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRefunded;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRenewed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerReplenished;
import za.lexohub.projectors.erasure.Forgetful;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.retainer.RetainerRows;
import za.lexohub.readmodels.retainer.RetainerView;
import za.lexohub.readmodels.retainer.RetainerView.Movement;
import za.lexohub.readmodels.row.Stamp;

/** Keeps the list of retainers. */
@ProcessingGroup(ReadModelGroups.CLIENT_MONEY)
public final class RetainerProjector {

  private final RetainerRows retainers;
  private final OpenedText opened;
  private final PublishedPositions positions;

  public RetainerProjector(
      RetainerRows retainers, OpenedText opened, PublishedPositions positions) {
    this.retainers = retainers;
    this.opened = opened;
    this.positions = positions;
  }

  @EventHandler
  void on(RetainerAgreed event, Stamp stamp) {
    retainers.agreed(
        stamp,
        new RetainerView(
            stamp.id(),
            event.matterId().value(),
            event.type().name(),
            "ACTIVE",
            OpenedText.money(event.amount()),
            Money.cents(0),
            false,
            event.lowBalancePercent(),
            event.startsOn(),
            event.endsOn(),
            event.autoRenew(),
            opened.text(stamp.tenant(), event.terms()),
            null,
            List.of(),
            stamp.version(),
            stamp.at(),
            stamp.at()));
  }

  @EventHandler
  void on(RetainerDeposited event, Stamp stamp) {
    retainers.moved(
        stamp,
        new Movement(
            "DEPOSIT",
            event.depositId(),
            null,
            OpenedText.money(event.amount()),
            event.method().name(),
            event.depositedOn(),
            opened.text(stamp.tenant(), event.reference()),
            OpenedText.money(event.balanceAfter())),
        "ACTIVE");
  }

  @EventHandler
  void on(RetainerDrawnDown event, Stamp stamp) {
    retainers.moved(
        stamp,
        new Movement(
            "DRAWDOWN",
            event.paymentId().value(),
            event.invoiceId().value(),
            OpenedText.money(event.amount()),
            null,
            event.drawnOn(),
            null,
            OpenedText.money(event.balanceAfter())),
        null);
  }

  @EventHandler
  void on(RetainerDrawdownReversed event, Stamp stamp) {
    retainers.cameBack(
        stamp,
        new Movement(
            "REVERSAL",
            event.paymentId().value(),
            event.invoiceId().value(),
            OpenedText.money(event.amount()),
            null,
            null,
            opened.text(stamp.tenant(), event.reason()),
            OpenedText.money(event.balanceAfter())));
  }

  @EventHandler
  void on(RetainerRefunded event, Stamp stamp) {
    retainers.moved(
        stamp,
        new Movement(
            "REFUND",
            null,
            null,
            OpenedText.money(event.amount()),
            null,
            event.refundedOn(),
            opened.text(stamp.tenant(), event.reason()),
            OpenedText.money(event.balanceAfter())),
        event.balanceAfter().isZero() ? "REFUNDED" : null);
  }

  @EventHandler
  void on(RetainerBalanceLow event, Stamp stamp) {
    retainers.low(stamp, true);
  }

  @EventHandler
  void on(RetainerReplenished event, Stamp stamp) {
    retainers.low(stamp, false);
  }

  @EventHandler
  void on(RetainerDepleted event, Stamp stamp) {
    retainers.ended(stamp, "DEPLETED", null);
  }

  @EventHandler
  void on(RetainerRenewed event, Stamp stamp) {
    retainers.renewed(stamp, event.startsOn(), event.endsOn());
  }

  @EventHandler
  void on(RetainerExpired event, Stamp stamp) {
    retainers.ended(stamp, "EXPIRED", null);
  }

  @EventHandler
  void on(RetainerCancelled event, Stamp stamp) {
    retainers.ended(stamp, "CANCELLED", opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(Forgetting event, Stamp stamp) {
    if (Forgetful.of(event).wording()) {
      event.data().matterIds().forEach(id -> retainers.forget(stamp.tenant(), id));
    }
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.CLIENT_MONEY);
    retainers.empty();
  }
}
