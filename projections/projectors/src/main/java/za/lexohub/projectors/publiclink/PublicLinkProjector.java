package za.lexohub.projectors.publiclink;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.agreement.AgreementEvents.AgreementCancelled;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSent;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSignedByClient;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceLinkIssued;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkRegenerated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNegotiationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestSubmitted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.publiclink.PublicLinkRows;
import za.lexohub.readmodels.row.Stamp;

/** Keeps the way from a public token to what it opens. */
@ProcessingGroup(ReadModelGroups.PUBLIC_LINKS)
public final class PublicLinkProjector {

  private static final String SUBMIT = LinkPurpose.SUBMIT.name();
  private static final String RESPOND = LinkPurpose.RESPOND.name();
  private static final String SIGN = LinkPurpose.SIGN.name();

  private static final String VIEW_INVOICE = LinkPurpose.VIEW_INVOICE.name();

  /** Longer than any term of payment; who still owes then is given a new one. */
  private static final Duration INVOICE_LINK_LIFE = Duration.ofDays(365);

  private final PublicLinkRows links;
  private final PublishedPositions positions;

  public PublicLinkProjector(PublicLinkRows links, PublishedPositions positions) {
    this.links = links;
    this.positions = positions;
  }

  @EventHandler
  void on(ProFormaRequested event, Stamp stamp) {
    links.issued(stamp, event.tokenHash(), SUBMIT, event.linkGeneration(), event.expiresAt());
  }

  @EventHandler
  void on(ProFormaLinkRegenerated event, Stamp stamp) {
    links.issued(stamp, event.tokenHash(), SUBMIT, event.linkGeneration(), event.expiresAt());
  }

  @EventHandler
  void on(ProFormaRequestSubmitted event, Stamp stamp) {
    links.used(stamp, SUBMIT);
  }

  @EventHandler
  void on(ProFormaSent event, Stamp stamp) {
    links.issued(
        stamp, event.tokenHash(), RESPOND, event.linkGeneration(), endOf(event.validUntil()));
  }

  @EventHandler
  void on(ProFormaAccepted event, Stamp stamp) {
    links.used(stamp, RESPOND);
  }

  @EventHandler
  void on(ProFormaDeclined event, Stamp stamp) {
    links.used(stamp, RESPOND);
  }

  @EventHandler
  void on(ProFormaNegotiationRequested event, Stamp stamp) {
    links.used(stamp, RESPOND);
  }

  @EventHandler
  void on(ProFormaExtended event, Stamp stamp) {
    if (event.expiresAt() != null) {
      links.extended(stamp, SUBMIT, event.expiresAt());
    } else if (event.validUntil() != null) {
      links.extended(stamp, RESPOND, endOf(event.validUntil()));
    }
  }

  @EventHandler
  void on(ProFormaWithdrawn event, Stamp stamp) {
    links.replaced(stamp, SUBMIT);
  }

  @EventHandler
  void on(AgreementSent event, Stamp stamp) {
    links.issued(stamp, event.tokenHash(), SIGN, event.linkGeneration(), event.expiresAt());
  }

  @EventHandler
  void on(AgreementSignedByClient event, Stamp stamp) {
    links.used(stamp, SIGN);
  }

  @EventHandler
  void on(AgreementCancelled event, Stamp stamp) {
    links.replaced(stamp, SIGN);
  }

  @EventHandler
  void on(InvoiceLinkIssued event, Stamp stamp) {
    links.issued(
        stamp,
        event.tokenHash(),
        VIEW_INVOICE,
        event.linkGeneration(),
        stamp.at().plus(INVOICE_LINK_LIFE));
  }

  @EventHandler
  void on(InvoiceVoided event, Stamp stamp) {
    links.replaced(stamp, VIEW_INVOICE);
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.PUBLIC_LINKS);
    links.empty();
  }

  private static Instant endOf(LocalDate lastDay) {
    return BusinessTime.startOf(lastDay.plusDays(1));
  }
}
