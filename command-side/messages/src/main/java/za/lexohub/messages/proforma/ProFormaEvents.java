package za.lexohub.messages.proforma;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Bookkeeping;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.serialization.EventType;

/**
 * The life of a pro forma, in the order in which it is lived ({@code domain.md} 4.1). A {@code
 * wording} is a sealed {@link za.lexohub.messages.party.Wording}; a {@code note} or {@code reason}
 * that a person types is a sealed string; a {@code reason} that is none was written by the system.
 */
public sealed interface ProFormaEvents extends DomainEvent {

  ProFormaId proFormaId();

  /** A public link went out; the attorney may fill in the request until it expires. */
  @EventType("ProFormaRequested")
  record ProFormaRequested(
      ProFormaId proFormaId,
      TenantId tenantId,
      Party client,
      PersonalData wording,
      String matterType,
      Urgency urgency,
      RequestedAction requestedAction,
      String tokenHash,
      int linkGeneration,
      Instant expiresAt)
      implements ProFormaEvents {}

  /** A new link replaces the old one, whose token is now worthless. */
  @EventType("ProFormaLinkRegenerated")
  record ProFormaLinkRegenerated(
      ProFormaId proFormaId, String tokenHash, int linkGeneration, Instant expiresAt)
      implements ProFormaEvents {}

  /** The attorney has filled in the request; its link is used up. */
  @EventType("ProFormaRequestSubmitted")
  record ProFormaRequestSubmitted(
      ProFormaId proFormaId,
      Party client,
      Party attorney,
      PersonalData wording,
      String matterType,
      Urgency urgency,
      Instant submittedAt)
      implements ProFormaEvents {}

  /** The advocate will not quote. */
  @EventType("ProFormaRequestRejected")
  record ProFormaRequestRejected(ProFormaId proFormaId, PersonalData reason)
      implements ProFormaEvents {}

  /**
   * There is a first quote, revision 1, not yet sent. From a request, or the stream's first event.
   */
  @EventType("ProFormaDrafted")
  record ProFormaDrafted(
      ProFormaId proFormaId,
      TenantId tenantId,
      String quoteNumber,
      @Nullable MatterId matterId,
      Party client,
      Party attorney,
      PersonalData wording,
      String matterType,
      Offer offer,
      LocalDate quoteDate,
      LocalDate validUntil)
      implements ProFormaEvents {}

  /** A new revision of the quote replaces the last; it has to be sent (again). */
  @EventType("ProFormaRevised")
  record ProFormaRevised(
      ProFormaId proFormaId, int revision, PersonalData wording, Offer offer, LocalDate validUntil)
      implements ProFormaEvents {}

  /**
   * The quote is on its way to the attorney, who may answer by link until the end of {@code
   * validUntil}, Johannesburg time.
   *
   * @param linkGeneration the generation of the {@link LinkPurpose#RESPOND} link
   */
  @EventType("ProFormaSent")
  record ProFormaSent(
      ProFormaId proFormaId,
      int revision,
      Party recipient,
      String tokenHash,
      int linkGeneration,
      Money total,
      LocalDate validUntil,
      Instant sentAt)
      implements ProFormaEvents {}

  /**
   * The attorney agrees, to exactly this offer.
   *
   * @param round counts the attempts to invoice this pro forma, from 1; with {@code proFormaId} it
   *     names the workflow
   */
  @EventType("ProFormaAccepted")
  record ProFormaAccepted(
      ProFormaId proFormaId,
      TenantId tenantId,
      int revision,
      int round,
      @Nullable MatterId matterId,
      Offer offer,
      Channel channel,
      String acceptedBy,
      Instant acceptedAt)
      implements ProFormaEvents {}

  /** The attorney does not agree; the pro forma ends here. */
  @EventType("ProFormaDeclined")
  record ProFormaDeclined(
      ProFormaId proFormaId,
      @Nullable PersonalData reason,
      Channel channel,
      String declinedBy,
      Instant declinedAt)
      implements ProFormaEvents {}

  /** The attorney asks for changes; the advocate may revise and send again. */
  @EventType("ProFormaNegotiationRequested")
  record ProFormaNegotiationRequested(
      ProFormaId proFormaId,
      PersonalData note,
      Channel channel,
      String requestedBy,
      Instant requestedAt)
      implements ProFormaEvents {}

  /** Nobody answered in time. */
  @EventType("ProFormaExpired")
  record ProFormaExpired(ProFormaId proFormaId, ExpiryPhase phase, Instant expiredAt)
      implements ProFormaEvents {}

  /**
   * An expired pro forma is back in the phase it was in.
   *
   * @param expiresAt the link's new end, in phase {@link ExpiryPhase#REQUEST}
   * @param validUntil the offer's new last day, in phase {@link ExpiryPhase#OFFER}
   */
  @EventType("ProFormaExtended")
  record ProFormaExtended(
      ProFormaId proFormaId,
      ExpiryPhase phase,
      @Nullable Instant expiresAt,
      @Nullable LocalDate validUntil)
      implements ProFormaEvents {}

  /** The advocate took it back before it was answered. */
  @EventType("ProFormaWithdrawn")
  record ProFormaWithdrawn(ProFormaId proFormaId, @Nullable PersonalData reason)
      implements ProFormaEvents {}

  /** The accepted offer can be invoiced, and the invoice's id is settled. Billing step 1. */
  @EventType("ProFormaValidated")
  record ProFormaValidated(ProFormaId proFormaId, int round, InvoiceId invoiceId)
      implements ProFormaEvents, Bookkeeping {}

  /** The accepted offer cannot be invoiced. The workflow ends; billing step 1. */
  @EventType("ProFormaValidationFailed")
  record ProFormaValidationFailed(ProFormaId proFormaId, int round, String code, String detail)
      implements ProFormaEvents {}

  /** The workflow gave up at a step after its last attempt; a person can retry it. */
  @EventType("ProFormaInvoicingFailed")
  record ProFormaInvoicingFailed(ProFormaId proFormaId, int round, String step, String reason)
      implements ProFormaEvents {}

  /** A person asked the failed workflow to go on from the step it failed at. */
  @EventType("ProFormaInvoicingRetried")
  record ProFormaInvoicingRetried(ProFormaId proFormaId, int round, String step)
      implements ProFormaEvents {}

  /** The invoice exists and its draft was announced. Billing step 5; the workflow ends. */
  @EventType("ProFormaConvertedToInvoice")
  record ProFormaConvertedToInvoice(ProFormaId proFormaId, int round, InvoiceId invoiceId)
      implements ProFormaEvents {}

  /** The invoice made from it was discarded or voided: it is accepted and may be invoiced anew. */
  @EventType("ProFormaInvoiceReleased")
  record ProFormaInvoiceReleased(ProFormaId proFormaId, int round, InvoiceId invoiceId)
      implements ProFormaEvents {}

  /** The advocate wants a released pro forma invoiced anew: the next round of billing begins. */
  @EventType("ProFormaInvoicingRequested")
  record ProFormaInvoicingRequested(ProFormaId proFormaId, TenantId tenantId, int round)
      implements ProFormaEvents {}

  /** A document of this revision is to be rendered. */
  @EventType("ProFormaPdfRequested")
  record ProFormaPdfRequested(ProFormaId proFormaId, int revision)
      implements ProFormaEvents, Bookkeeping {}

  /**
   * The document is stored.
   *
   * @param sha256 hex, of the stored bytes
   * @param templateHash content hash of template and fonts
   */
  @EventType("ProFormaPdfStored")
  record ProFormaPdfStored(
      ProFormaId proFormaId,
      int revision,
      String key,
      String sha256,
      long size,
      String templateHash,
      String rendererVersion)
      implements ProFormaEvents, Bookkeeping {}

  /** The document could not be made after the last attempt. */
  @EventType("ProFormaPdfFailed")
  record ProFormaPdfFailed(ProFormaId proFormaId, int revision, String reason)
      implements ProFormaEvents, Bookkeeping {}

  /** The attorney is to get the quote and its link by mail. */
  @EventType("ProFormaNotificationRequested")
  record ProFormaNotificationRequested(ProFormaId proFormaId, int revision, String template)
      implements ProFormaEvents, Bookkeeping {}

  /** The mail server took the mail. */
  @EventType("ProFormaNotificationSent")
  record ProFormaNotificationSent(
      ProFormaId proFormaId, int revision, String template, String messageId)
      implements ProFormaEvents, Bookkeeping {}

  /** The mail could not be sent after the last attempt. */
  @EventType("ProFormaNotificationFailed")
  record ProFormaNotificationFailed(
      ProFormaId proFormaId, int revision, String template, String reason)
      implements ProFormaEvents, Bookkeeping {}

  /**
   * A matter was opened from it, in the same append.
   *
   * @param accepted it had been accepted; else it was a request for a matter, which ends with this
   */
  @EventType("ProFormaConvertedToMatter")
  record ProFormaConvertedToMatter(ProFormaId proFormaId, MatterId matterId, boolean accepted)
      implements ProFormaEvents {}

  /**
   * The matter made from it was declined, in the same append; it is what it was before.
   *
   * @param accepted as when it was converted
   */
  @EventType("ProFormaConversionReversed")
  record ProFormaConversionReversed(
      ProFormaId proFormaId, MatterId matterId, boolean accepted, PersonalData reason)
      implements ProFormaEvents {}

  /**
   * The live link of the request is mailed to somebody, on the advocate's behalf.
   *
   * @param delivery counts the further mails about this pro forma, from 1
   */
  @EventType("ProFormaLinkSent")
  record ProFormaLinkSent(
      ProFormaId proFormaId, int linkGeneration, int delivery, Party recipient, Instant sentAt)
      implements ProFormaEvents {}

  /**
   * The quote and its link are mailed once more.
   *
   * @param delivery counts the further mails about this pro forma, from 1
   */
  @EventType("ProFormaResent")
  record ProFormaResent(ProFormaId proFormaId, int revision, int delivery, Instant resentAt)
      implements ProFormaEvents {}

  /**
   * The mail server took a further mail.
   *
   * @param revision of the quote; 0 before there is one
   */
  @EventType("ProFormaMailSent")
  record ProFormaMailSent(
      ProFormaId proFormaId, int delivery, int revision, String template, String messageId)
      implements ProFormaEvents, Bookkeeping {}

  /**
   * A further mail could not be sent.
   *
   * @param revision of the quote; 0 before there is one
   */
  @EventType("ProFormaMailFailed")
  record ProFormaMailFailed(
      ProFormaId proFormaId, int delivery, int revision, String template, String reason)
      implements ProFormaEvents, Bookkeeping {}
}
