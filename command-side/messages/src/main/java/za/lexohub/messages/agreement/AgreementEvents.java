package za.lexohub.messages.agreement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Bookkeeping;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.serialization.EventType;

/**
 * The life of an engagement agreement. What a person types is sealed under the key of the matter,
 * or of the pro forma.
 */
public sealed interface AgreementEvents extends DomainEvent {

  AgreementId agreementId();

  /**
   * There is a text, not yet sent; for a matter or for a pro forma.
   *
   * @param text sealed {@link AgreementText}
   */
  @EventType("AgreementDrafted")
  record AgreementDrafted(
      AgreementId agreementId,
      TenantId tenantId,
      @Nullable MatterId matterId,
      @Nullable ProFormaId proFormaId,
      Party client,
      PersonalData text)
      implements AgreementEvents {}

  /** A public link shows it; the client may sign until it expires. */
  @EventType("AgreementSent")
  record AgreementSent(
      AgreementId agreementId,
      Party recipient,
      String tokenHash,
      int linkGeneration,
      Instant expiresAt,
      Instant sentAt)
      implements AgreementEvents {}

  /** The client agrees. */
  @EventType("AgreementSignedByClient")
  record AgreementSignedByClient(
      AgreementId agreementId, PersonalData signature, Channel channel, Instant signedAt)
      implements AgreementEvents {}

  /**
   * The advocate agrees too: it binds both.
   *
   * @param by the subject of the token
   */
  @EventType("AgreementCountersigned")
  record AgreementCountersigned(AgreementId agreementId, String by, Instant signedAt)
      implements AgreementEvents {}

  /** It will not be signed. */
  @EventType("AgreementCancelled")
  record AgreementCancelled(AgreementId agreementId, PersonalData reason)
      implements AgreementEvents {}

  /**
   * The client is to get the link by mail.
   *
   * @param delivery counts the mails of one template, from 1
   */
  @EventType("AgreementNotificationRequested")
  record AgreementNotificationRequested(AgreementId agreementId, String template, int delivery)
      implements AgreementEvents, Bookkeeping {}

  /** The mail server took the mail. */
  @EventType("AgreementNotificationSent")
  record AgreementNotificationSent(
      AgreementId agreementId, String template, int delivery, String messageId)
      implements AgreementEvents, Bookkeeping {}

  /** The mail could not be sent after the last attempt. */
  @EventType("AgreementNotificationFailed")
  record AgreementNotificationFailed(
      AgreementId agreementId, String template, int delivery, String reason)
      implements AgreementEvents, Bookkeeping {}

  /**
   * Both have signed on paper: it binds them. The scan proves it.
   *
   * @param signature whose hand signed for the client, sealed
   * @param signedOn as it stands on the paper
   * @param scan of the paper, among the documents of the file
   * @param by the subject of the token of whoever recorded it
   */
  @EventType("AgreementSignedOnPaper")
  record AgreementSignedOnPaper(
      AgreementId agreementId,
      PersonalData signature,
      LocalDate signedOn,
      AttachmentId scan,
      String by,
      Instant recordedAt)
      implements AgreementEvents {}
}
