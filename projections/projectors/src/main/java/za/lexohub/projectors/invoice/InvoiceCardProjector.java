package za.lexohub.projectors.invoice;

import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.invoice.InvoiceEvents;
import za.lexohub.projectors.card.CardFeed;
import za.lexohub.projectors.stamp.Positions;
import za.lexohub.readmodels.invoice.InvoiceCards;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;

/** Writes an invoice's card whenever anything has happened to the invoice. */
@ProcessingGroup(ReadModelGroups.INVOICE_CARDS)
public final class InvoiceCardProjector {

  private final InvoiceCards cards;
  private final AppliedPositions applied;
  private final PublishedPositions positions;
  private final CardFeed<InvoiceView> feed;

  public InvoiceCardProjector(
      InvoiceCards cards,
      InvoiceViews views,
      AppliedPositions applied,
      PublishedPositions positions,
      Clock clock) {
    this.cards = cards;
    this.applied = applied;
    this.positions = positions;
    this.feed = new CardFeed<>(cards, views::find, InvoiceView::version, clock);
  }

  /** A replay begins without cards, and whoever fills one meanwhile has all of this from SQL. */
  @EventHandler
  void on(InvoiceEvents event, Stamp stamp, DomainEventMessage<?> message, ReplayStatus status) {
    if (!status.isReplay()) {
      feed.changed(stamp, Positions.of(message));
    }
  }

  @EventHandler
  void on(Forgetting event, DomainEventMessage<?> message) {
    long position = Positions.of(message);
    feed.forget(
        event.data().invoiceIds(),
        () -> applied.appliedThrough(ReadModelGroups.INVOICES) >= position);
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.INVOICE_CARDS);
    cards.empty();
  }
}
