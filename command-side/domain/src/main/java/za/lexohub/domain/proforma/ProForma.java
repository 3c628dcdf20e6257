package za.lexohub.domain.proforma;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.matter.MatterFile;
import za.lexohub.domain.practice.Practices;
import za.lexohub.messages.Rule;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.Answer;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.Offer;
import za.lexohub.messages.proforma.ProFormaCommands.*;
import za.lexohub.messages.proforma.ProFormaEvents.*;

/**
 * A price named to an attorney, after a request ({@link Intake}) or by the advocate's own motion.
 * Lives: drafted, sent and revised until the attorney accepts or declines, or nobody answers in
 * time. An accepted one is billed ({@link Invoicing}).
 */
@Aggregate(cache = "aggregateCache")
class ProForma extends Conversion {
  private static final int FIRST_ROUND = 1;

  private Offer offer;
  private LocalDate quoteDate;
  private LocalDate validUntil;
  private int revision;

  private int sentRevision;
  private @Nullable PublicLink respondLink;
  private @Nullable Answered answered;
  private Phase beforeExpiry = Phase.UNBORN;

  @AggregateMember private final Invoicing invoicing = new Invoicing();
  @AggregateMember private final ProFormaDocuments documents = new ProFormaDocuments();

  ProForma() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(RequestProForma command, Practices practices) {
    request(command, practices);
  }

  void requireDraftable() {
    phase.requireDraftable();
  }

  void decide(
      DraftProForma command, String quoteNumber, Offer newOffer, @Nullable MatterFile matter) {
    requireDraftable();
    requireOnNoOther(command.matterId());
    requireAfterQuoteDate(command.validUntil(), command.quoteDate());
    Party quoted =
        Quotes.firstOf(command.client(), client, matter == null ? null : matter.client());
    Party briefing =
        Quotes.firstOf(command.attorney(), attorney, matter == null ? null : matter.attorney());
    String type =
        Quotes.firstOf(
            command.matterType(), matterType, matter == null ? null : matter.matterType());
    Phase.require(
        quoted != null && briefing != null && type != null,
        Rule.PARTIES_MISSING,
        "needs a client, an attorney and a matter type");
    apply(
        new ProFormaDrafted(
            command.proFormaId(),
            command.tenant(),
            quoteNumber,
            command.matterId(),
            quoted,
            briefing,
            command.wording(),
            type,
            newOffer,
            command.quoteDate(),
            command.validUntil()));
  }

  @EventSourcingHandler
  void evolve(ProFormaDrafted event) {
    id = event.proFormaId();
    tenant = event.tenantId();
    phase = Phase.DRAFT;
    matterId = event.matterId();
    client = event.client();
    attorney = event.attorney();
    matterType = event.matterType();
    quoteDate = event.quoteDate();
    offered(1, event.wording(), event.offer(), event.validUntil());
  }

  @CommandHandler
  void decide(ReviseProForma command, Quotes quotes) {
    phase.requireRevisable();
    requireAfterQuoteDate(command.validUntil(), quoteDate);
    requireFuture(command.validUntil().isAfter(command.today()));
    Offer newOffer =
        quotes.offer(
            command.tenant(),
            quotes.file(matterId, command.tenant()),
            command.lines(),
            command.today());
    apply(new ProFormaRevised(id, revision + 1, command.wording(), newOffer, command.validUntil()));
  }

  @EventSourcingHandler
  void evolve(ProFormaRevised event) {
    offered(event.revision(), event.wording(), event.offer(), event.validUntil());
  }

  private void offered(int newRevision, PersonalData newWording, Offer newOffer, LocalDate until) {
    revision = newRevision;
    wording = newWording;
    offer = newOffer;
    validUntil = until;
  }

  @CommandHandler
  void decide(SendProForma command) {
    if (phase == Phase.SENT && respondLink.is(command.tokenHash(), command.linkGeneration())) {
      return;
    }
    boolean revised = phase == Phase.NEGOTIATING && revision > sentRevision;
    Phase.require(
        phase == Phase.DRAFT || revised, Rule.PRO_FORMA_NOT_DRAFT, "has nothing new to send");
    PublicLink.requireGeneration(command.linkGeneration(), revision);
    Phase.require(
        offer.totals().total().isPositive(), Rule.NOTHING_TO_CHARGE, "has a total of nothing");
    requireFuture(validUntil.isAfter(BusinessTime.dateAt(command.at())));
    Phase.require(
        attorney.reachableByEmail(),
        Rule.RECIPIENT_WITHOUT_EMAIL,
        "has an attorney without an e-mail address");
    apply(
        new ProFormaSent(
            id,
            revision,
            attorney,
            command.tokenHash(),
            command.linkGeneration(),
            offer.totals().total(),
            validUntil,
            command.at()));
  }

  @EventSourcingHandler
  void evolve(ProFormaSent event) {
    phase = Phase.SENT;
    sentRevision = event.revision();
    respondLink = new PublicLink(event.tokenHash(), event.linkGeneration());
    answered = null;
  }

  @CommandHandler
  void decide(AcceptProForma command) {
    Answer answer = command.answer();
    requireKeyOf(answer);
    if (isRepeat(answer, Phase.ACCEPTED)) {
      return;
    }
    requireAnswerable(answer);
    apply(
        new ProFormaAccepted(
            id,
            command.tenant(),
            revision,
            FIRST_ROUND,
            matterId,
            offer,
            answer.channel(),
            answer.by(),
            answer.at()));
  }

  @EventSourcingHandler
  void evolve(ProFormaAccepted event) {
    answered(Phase.ACCEPTED, event.channel(), event.acceptedBy());
  }

  @CommandHandler
  void decide(DeclineProForma command) {
    Answer answer = command.answer();
    requireKeyOf(answer);
    if (command.reason() == null && isRepeat(answer, Phase.DECLINED)) {
      return;
    }
    requireAnswerable(answer);
    apply(new ProFormaDeclined(id, command.reason(), answer.channel(), answer.by(), answer.at()));
  }

  @EventSourcingHandler
  void evolve(ProFormaDeclined event) {
    answered(Phase.DECLINED, event.channel(), event.declinedBy());
  }

  @CommandHandler
  void decide(RequestProFormaChanges command) {
    Answer answer = command.answer();
    requireKeyOf(answer);
    requireAnswerable(answer);
    apply(
        new ProFormaNegotiationRequested(
            id, command.note(), answer.channel(), answer.by(), answer.at()));
  }

  @EventSourcingHandler
  void evolve(ProFormaNegotiationRequested event) {
    answered(Phase.NEGOTIATING, event.channel(), event.requestedBy());
  }

  private void answered(Phase to, Channel channel, String by) {
    phase = to;
    answered = new Answered(to, channel, by);
  }

  /** Before any look at the time: who pressed twice gets the first answer, however late. */
  private boolean isRepeat(Answer answer, Phase again) {
    return answered != null && answered.isRepeatedBy(answer, again);
  }

  /** The advocate is told what stands in the way; who comes by a link is told nothing. */
  private void requireAnswerable(Answer answer) {
    boolean inTime = !isPastValidity(answer.at());
    if (answer.channel() == Channel.PUBLIC_LINK) {
      PublicLink.requireValid(phase == Phase.SENT && inTime);
    }
    phase.requireAwaitingAnswer();
    Phase.require(inTime, Rule.PRO_FORMA_EXPIRED, "was valid until " + validUntil);
  }

  private void requireKeyOf(Answer answer) {
    if (answer.channel() == Channel.PUBLIC_LINK) {
      PublicLink.requireValid(respondLink != null && respondLink.opensWith(answer.tokenHash()));
    }
  }

  private boolean isPastValidity(Instant at) {
    return validUntil != null && BusinessTime.dateAt(at).isAfter(validUntil);
  }

  @CommandHandler
  void decide(ExpireProForma command) {
    if (phase == Phase.REQUESTED && !command.at().isBefore(linkExpiresAt)) {
      apply(new ProFormaExpired(id, ExpiryPhase.REQUEST, command.at()));
    } else if ((phase == Phase.SENT || phase == Phase.NEGOTIATING)
        && isPastValidity(command.at())) {
      apply(new ProFormaExpired(id, ExpiryPhase.OFFER, command.at()));
    }
  }

  @EventSourcingHandler
  void evolve(ProFormaExpired event) {
    beforeExpiry = phase;
    phase = Phase.EXPIRED;
  }

  @CommandHandler
  void decide(ExtendProForma command, ErasedFiles erased) {
    Instant end = BusinessTime.startOf(command.newDate().plusDays(1));
    if (isExtendedTo(command.newDate(), end)) {
      return;
    }
    phase.requireExpired();
    erased.requireLive(id, filedIn(), command.tenant());
    requireFuture(end.isAfter(command.at()));
    apply(
        beforeExpiry == Phase.REQUESTED
            ? new ProFormaExtended(id, ExpiryPhase.REQUEST, end, null)
            : new ProFormaExtended(id, ExpiryPhase.OFFER, null, command.newDate()));
  }

  private boolean isExtendedTo(LocalDate newDate, Instant end) {
    return beforeExpiry != Phase.UNBORN
        && phase == beforeExpiry
        && (phase == Phase.REQUESTED ? end.equals(linkExpiresAt) : newDate.equals(validUntil));
  }

  @EventSourcingHandler
  void evolve(ProFormaExtended event) {
    phase = beforeExpiry;
    if (event.phase() == ExpiryPhase.REQUEST) {
      linkExpiresAt = event.expiresAt();
    } else {
      validUntil = event.validUntil();
    }
  }

  @CommandHandler
  void decide(WithdrawProForma command) {
    if (phase == Phase.WITHDRAWN) {
      return;
    }
    phase.requireWithdrawable();
    apply(new ProFormaWithdrawn(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(ProFormaWithdrawn event) {
    phase = Phase.WITHDRAWN;
  }

  BillableOffer requireBillable(int round, InvoiceId invoiceId) {
    invoicing.requireBillable(id, round, invoiceId);
    return new BillableOffer(matterId, matterType, client, attorney, wording, offer);
  }

  FiledProForma filed() {
    boolean open =
        switch (phase) {
          case UNBORN, REJECTED, DECLINED, EXPIRED, WITHDRAWN, CONVERTED -> false;
          case REQUESTED, SUBMITTED, DRAFT, SENT, NEGOTIATING -> true;
          case ACCEPTED -> invoicing.isRunning();
        };
    return new FiledProForma(open, filedIn(), invoicing.invoices(id));
  }

  void release(InvoiceId invoiceId) {
    invoicing.release(id, invoiceId);
  }

  private static void requireAfterQuoteDate(LocalDate validUntil, LocalDate quoteDate) {
    Phase.require(
        validUntil.isAfter(quoteDate),
        Rule.VALIDITY_NOT_AFTER_QUOTE_DATE,
        "must be valid beyond the day of the quote");
  }
}
