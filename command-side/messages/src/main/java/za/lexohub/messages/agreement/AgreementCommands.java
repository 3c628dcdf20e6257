package za.lexohub.messages.agreement;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * What may be asked of an engagement agreement. Repeating a command that has had its effect changes
 * nothing.
 */
public sealed interface AgreementCommands extends TenantCommand {

  AgreementId agreementId();

  /** Writes one for a matter or a pro forma. */
  record DraftAgreement(
      @TargetAggregateIdentifier AgreementId agreementId,
      TenantId tenant,
      @Nullable MatterId matterId,
      @Nullable ProFormaId proFormaId,
      Party client,
      PersonalData text)
      implements AgreementCommands {
    public DraftAgreement {
      Shape.require(
          (matterId == null) != (proFormaId == null),
          "either a matter or a pro forma must be named");
    }
  }

  /** Refused unless draft or sent, the client reachable by e-mail, and the expiry in the future. */
  record SendAgreement(
      @TargetAggregateIdentifier AgreementId agreementId,
      TenantId tenant,
      String tokenHash,
      int linkGeneration,
      Instant expiresAt,
      Instant at)
      implements AgreementCommands {}

  /**
   * By the client. Refused unless sent, and when the link is not the live one or has expired.
   *
   * @param tokenHash with {@link Channel#PUBLIC_LINK} only
   */
  record SignAgreement(
      @TargetAggregateIdentifier AgreementId agreementId,
      TenantId tenant,
      @Nullable String tokenHash,
      PersonalData signature,
      Channel channel,
      Instant at)
      implements AgreementCommands {}

  /** By the advocate. Refused unless the client has signed. */
  record CountersignAgreement(
      @TargetAggregateIdentifier AgreementId agreementId, TenantId tenant, String by, Instant at)
      implements AgreementCommands {}

  /** Refused when both have signed. */
  record CancelAgreement(
      @TargetAggregateIdentifier AgreementId agreementId, TenantId tenant, PersonalData reason)
      implements AgreementCommands {}

  /** One mail more, every time it is asked. */
  record RequestAgreementNotification(
      @TargetAggregateIdentifier AgreementId agreementId, TenantId tenant, String template)
      implements AgreementCommands {}

  /** By the worker. */
  record RecordAgreementNotification(
      @TargetAggregateIdentifier AgreementId agreementId,
      TenantId tenant,
      String template,
      int delivery,
      String messageId)
      implements AgreementCommands {}

  /** By the worker, after the last attempt. */
  record RecordAgreementNotificationFailure(
      @TargetAggregateIdentifier AgreementId agreementId,
      TenantId tenant,
      String template,
      int delivery,
      String reason)
      implements AgreementCommands {}

  /**
   * By the advocate, who holds the paper with both signatures. Refused when both have signed
   * otherwise, when cancelled, and when the day is still to come.
   */
  record RecordPaperSignature(
      @TargetAggregateIdentifier AgreementId agreementId,
      TenantId tenant,
      PersonalData signature,
      LocalDate signedOn,
      AttachmentId scan,
      String by,
      Instant at)
      implements AgreementCommands {
    public RecordPaperSignature {
      BusinessTime.plausible(signedOn);
    }
  }
}
