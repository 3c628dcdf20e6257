package za.lexohub.domain.agreement;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.proforma.PublicLink;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.Changes;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementCommands.CancelAgreement;
import za.lexohub.messages.agreement.AgreementCommands.CountersignAgreement;
import za.lexohub.messages.agreement.AgreementCommands.DraftAgreement;
import za.lexohub.messages.agreement.AgreementCommands.RecordPaperSignature;
import za.lexohub.messages.agreement.AgreementCommands.SendAgreement;
import za.lexohub.messages.agreement.AgreementCommands.SignAgreement;
import za.lexohub.messages.agreement.AgreementEvents.AgreementCancelled;
import za.lexohub.messages.agreement.AgreementEvents.AgreementCountersigned;
import za.lexohub.messages.agreement.AgreementEvents.AgreementDrafted;
import za.lexohub.messages.agreement.AgreementEvents.AgreementNotificationRequested;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSent;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSignedByClient;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSignedOnPaper;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * What client and advocate promise each other about a brief. Lives: drafted, sent by a link that
 * ends, signed by the client, then by the advocate; it binds when both have signed. Cancelled
 * before that, it is no more than a text.
 */
@Aggregate(cache = "aggregateCache")
class Agreement implements TenantOwned {
  @AggregateMember private final Changes changes = new Changes();
  @AggregateMember private final AgreementMails mails = new AgreementMails();

  @AggregateIdentifier private AgreementId id;
  private @Nullable TenantId tenant;
  private Standing standing = Standing.UNBORN;
  private Party client;
  private @Nullable MatterId matter;
  private @Nullable ProFormaId proForma;
  private @Nullable PublicLink link;
  private Instant linkExpiresAt = Instant.EPOCH;
  private @Nullable Channel signedBy;
  private @Nullable AttachmentId scan;

  Agreement() {}

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  boolean isDrafted() {
    return standing != Standing.UNBORN;
  }

  /**
   * @param filed the pro formas in the matter's file
   */
  boolean isAbout(MatterId asked, Supplier<List<ProFormaId>> filed) {
    return proForma == null ? asked.equals(matter) : filed.get().contains(proForma);
  }

  void decide(DraftAgreement command) {
    apply(
        new AgreementDrafted(
            command.agreementId(),
            command.tenant(),
            command.matterId(),
            command.proFormaId(),
            command.client(),
            command.text()));
  }

  @EventSourcingHandler
  void evolve(AgreementDrafted event) {
    id = event.agreementId();
    tenant = event.tenantId();
    standing = Standing.DRAFT;
    client = event.client();
    matter = event.matterId();
    proForma = event.proFormaId();
  }

  @CommandHandler
  void decide(SendAgreement command) {
    if (standing == Standing.SENT
        && link != null
        && link.is(command.tokenHash(), command.linkGeneration())) {
      return;
    }
    standing.requireSendable();
    PublicLink.requireGeneration(
        command.linkGeneration(), link == null ? 1 : link.generation() + 1);
    Standing.require(
        command.expiresAt().isAfter(command.at()),
        Rule.EXPIRY_NOT_IN_FUTURE,
        "must be open for signature for a while");
    Standing.require(
        client.reachableByEmail(),
        Rule.RECIPIENT_WITHOUT_EMAIL,
        "has a client without an e-mail address");
    apply(
        new AgreementSent(
            id,
            client,
            command.tokenHash(),
            command.linkGeneration(),
            command.expiresAt(),
            command.at()));
    apply(
        new AgreementNotificationRequested(
            id, AgreementMails.LINK, mails.next(AgreementMails.LINK)));
  }

  @EventSourcingHandler
  void evolve(AgreementSent event) {
    standing = Standing.SENT;
    link = new PublicLink(event.tokenHash(), event.linkGeneration());
    linkExpiresAt = event.expiresAt();
  }

  @CommandHandler
  void decide(SignAgreement command) {
    boolean byLink = command.channel() == Channel.PUBLIC_LINK;
    if (byLink) {
      PublicLink.requireValid(link != null && link.opensWith(command.tokenHash()));
    }
    // Before any look at the time: who pressed twice gets the first answer, however late.
    if (signedBy == command.channel() && standing != Standing.CANCELLED) {
      return;
    }
    if (byLink) {
      PublicLink.requireValid(standing == Standing.SENT && command.at().isBefore(linkExpiresAt));
    }
    standing.requireSent();
    apply(new AgreementSignedByClient(id, command.signature(), command.channel(), command.at()));
  }

  @EventSourcingHandler
  void evolve(AgreementSignedByClient event) {
    standing = Standing.SIGNED_BY_CLIENT;
    signedBy = event.channel();
  }

  @CommandHandler
  void decide(CountersignAgreement command) {
    if (standing == Standing.SIGNED) {
      return;
    }
    standing.requireSignedByClient();
    apply(new AgreementCountersigned(id, command.by(), command.at()));
  }

  @EventSourcingHandler
  void evolve(AgreementCountersigned event) {
    standing = Standing.SIGNED;
  }

  @CommandHandler
  void decide(RecordPaperSignature command) {
    if (command.scan().equals(scan)) {
      return;
    }
    standing.requireSignableOnPaper();
    Standing.require(
        !command.signedOn().isAfter(BusinessTime.dateAt(command.at())),
        Rule.SIGNATURE_DATE_IN_FUTURE,
        "cannot have been signed on a day that is still to come");
    apply(
        new AgreementSignedOnPaper(
            id,
            command.signature(),
            command.signedOn(),
            command.scan(),
            command.by(),
            command.at()));
  }

  @EventSourcingHandler
  void evolve(AgreementSignedOnPaper event) {
    standing = Standing.SIGNED;
    scan = event.scan();
  }

  @CommandHandler
  void decide(CancelAgreement command) {
    if (standing == Standing.CANCELLED) {
      return;
    }
    standing.requireCancellable();
    apply(new AgreementCancelled(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(AgreementCancelled event) {
    standing = Standing.CANCELLED;
  }

  @Override
  public long decidableFrom(long presentVersion) {
    return changes.last();
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
