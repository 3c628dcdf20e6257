package za.lexohub.domain.proforma;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.Changes;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.ProFormaCommands.RegenerateProFormaLink;
import za.lexohub.messages.proforma.ProFormaCommands.RejectProFormaRequest;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProForma;
import za.lexohub.messages.proforma.ProFormaCommands.SubmitProFormaRequest;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkRegenerated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestRejected;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestSubmitted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.RequestedAction;

/**
 * The part of a {@link ProForma}'s life that comes before there is a price: a public link goes out,
 * the attorney fills in the form, once.
 */
abstract class Intake implements TenantOwned, ProFormaMails.Mailable {
  @AggregateMember private final Changes changes = new Changes();
  @AggregateMember private final ProFormaMails mails = new ProFormaMails(this);

  @AggregateIdentifier ProFormaId id;
  @Nullable TenantId tenant;
  Phase phase = Phase.UNBORN;
  @Nullable Party client;
  @Nullable Party attorney;
  @Nullable String matterType;
  PersonalData wording;
  @Nullable RequestedAction requestedAction;
  Instant linkExpiresAt;
  private @Nullable PublicLink firstLink;
  private @Nullable PublicLink link;

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  /** Handled by the concrete class, since Axon creates the class that declares the handler. */
  void request(RequestProForma command, Practices practices) {
    if (firstLink != null && firstLink.opensWith(command.tokenHash())) {
      return;
    }
    Phase.require(phase == Phase.UNBORN, Rule.PRO_FORMA_NOT_REQUESTED, "exists already");
    practices.of(command.tenant());
    requireFuture(command.expiresAt().isAfter(command.at()));
    apply(
        new ProFormaRequested(
            command.proFormaId(),
            command.tenant(),
            command.client(),
            command.wording(),
            command.matterType(),
            command.urgency(),
            command.requestedAction(),
            command.tokenHash(),
            1,
            command.expiresAt()));
  }

  @EventSourcingHandler
  void evolve(ProFormaRequested event) {
    id = event.proFormaId();
    tenant = event.tenantId();
    phase = Phase.REQUESTED;
    link = new PublicLink(event.tokenHash(), event.linkGeneration());
    firstLink = link;
    linkExpiresAt = event.expiresAt();
    requestedAction = event.requestedAction();
  }

  @CommandHandler
  void decide(RegenerateProFormaLink command) {
    phase.requireRequested();
    if (link.is(command.tokenHash(), command.linkGeneration())) {
      return;
    }
    PublicLink.requireGeneration(command.linkGeneration(), link.generation() + 1);
    requireFuture(command.expiresAt().isAfter(command.at()));
    apply(
        new ProFormaLinkRegenerated(
            id, command.tokenHash(), command.linkGeneration(), command.expiresAt()));
  }

  @EventSourcingHandler
  void evolve(ProFormaLinkRegenerated event) {
    link = new PublicLink(event.tokenHash(), event.linkGeneration());
    linkExpiresAt = event.expiresAt();
  }

  @CommandHandler
  void decide(SubmitProFormaRequest command) {
    PublicLink.requireValid(
        link != null
            && link.opensWith(command.tokenHash())
            && phase == Phase.REQUESTED
            && command.at().isBefore(linkExpiresAt));
    apply(
        new ProFormaRequestSubmitted(
            id,
            command.client(),
            command.attorney(),
            command.wording(),
            command.matterType(),
            command.urgency(),
            command.at()));
  }

  @EventSourcingHandler
  void evolve(ProFormaRequestSubmitted event) {
    phase = Phase.SUBMITTED;
    client = event.client();
    attorney = event.attorney();
    matterType = event.matterType();
    wording = event.wording();
  }

  @CommandHandler
  void decide(RejectProFormaRequest command) {
    if (phase == Phase.REJECTED) {
      return;
    }
    phase.requireSubmitted();
    apply(new ProFormaRequestRejected(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(ProFormaRequestRejected event) {
    phase = Phase.REJECTED;
  }

  @Override
  public int liveLink(Instant at) {
    phase.requireRequested();
    Phase.require(
        at.isBefore(linkExpiresAt), Rule.PRO_FORMA_EXPIRED, "has a link that has expired");
    return link.generation();
  }

  static void requireFuture(boolean future) {
    Phase.require(future, Rule.EXPIRY_NOT_IN_FUTURE, "must end in the future");
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
