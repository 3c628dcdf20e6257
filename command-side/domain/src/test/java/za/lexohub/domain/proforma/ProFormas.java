package za.lexohub.domain.proforma;

import static za.lexohub.domain.Samples.disbursement;
import static za.lexohub.domain.Samples.fee;
import static za.lexohub.domain.Samples.party;
import static za.lexohub.domain.Samples.sealed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.Samples;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.Answer;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.Offer;
import za.lexohub.messages.proforma.ProFormaCommands.AcceptProForma;
import za.lexohub.messages.proforma.ProFormaCommands.DraftProForma;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProForma;
import za.lexohub.messages.proforma.ProFormaCommands.ReviseProForma;
import za.lexohub.messages.proforma.ProFormaCommands.SendProForma;
import za.lexohub.messages.proforma.ProFormaCommands.SubmitProFormaRequest;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestSubmitted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidated;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.RequestedAction;
import za.lexohub.messages.proforma.Urgency;

/**
 * Pro formas for specifications: requested on 1 September 2026 for a week, quoted at R 25,000.00
 * fees and R 2,500.00 disbursements on the 3rd, valid until 3 October.
 */
public record ProFormas(
    ProFormaId id, TenantId tenant, @Nullable MatterId matterId, List<OfferedLine> lines) {
  public static final Instant REQUESTED_AT = Instant.parse("2026-09-01T08:00:00Z");
  public static final Instant LINK_ENDS = Instant.parse("2026-09-08T08:00:00Z");
  public static final LocalDate QUOTE_DATE = LocalDate.of(2026, 9, 3);
  public static final LocalDate VALID_UNTIL = LocalDate.of(2026, 10, 3);
  public static final Instant SENT_AT = Instant.parse("2026-09-03T10:00:00Z");
  public static final Instant LAST_MOMENT =
      BusinessTime.startOf(VALID_UNTIL.plusDays(1)).minusMillis(1);
  public static final Instant TOO_LATE = BusinessTime.startOf(VALID_UNTIL.plusDays(1));
  static final ErasedFiles NOT_ERASED = (proForma, matter, tenant) -> {};
  public static final String SUBMIT_HASH = "submit-1";

  public static ProFormas proForma() {
    return new ProFormas(
        ProFormaId.random(), Samples.JHB, null, List.of(fee(2_500_000), disbursement(250_000)));
  }

  public ProFormas of(TenantId owner) {
    return new ProFormas(id, owner, matterId, lines);
  }

  public ProFormas on(MatterId matter) {
    return new ProFormas(id, tenant, matter, lines);
  }

  public ProFormas charging(OfferedLine... charged) {
    return new ProFormas(id, tenant, matterId, List.of(charged));
  }

  public Party client() {
    return party("client of " + id);
  }

  public Party attorney() {
    return party("attorney of " + id);
  }

  public Offer offer() {
    return offer(QUOTE_DATE, false);
  }

  public Offer offer(LocalDate date, boolean vatExempt) {
    return Samples.PRICING.offer(Samples.PRACTICES.of(tenant), lines, date, vatExempt);
  }

  public static String respondHash(int revision) {
    return "respond-" + revision;
  }

  public RequestProForma request() {
    return new RequestProForma(
        id,
        tenant,
        client(),
        sealed("request"),
        "commercial",
        Urgency.HIGH,
        RequestedAction.PRO_FORMA,
        SUBMIT_HASH,
        LINK_ENDS,
        REQUESTED_AT);
  }

  public ProFormaRequested requested() {
    return new ProFormaRequested(
        id,
        tenant,
        client(),
        sealed("request"),
        "commercial",
        Urgency.HIGH,
        RequestedAction.PRO_FORMA,
        SUBMIT_HASH,
        1,
        LINK_ENDS);
  }

  public SubmitProFormaRequest submit(String tokenHash, Instant at) {
    return new SubmitProFormaRequest(
        id,
        tenant,
        tokenHash,
        client(),
        attorney(),
        sealed("form"),
        "commercial",
        Urgency.MEDIUM,
        at);
  }

  public ProFormaRequestSubmitted submitted(Instant at) {
    return new ProFormaRequestSubmitted(
        id, client(), attorney(), sealed("form"), "commercial", Urgency.MEDIUM, at);
  }

  public DraftProForma draft() {
    return new DraftProForma(
        id,
        tenant,
        matterId,
        client(),
        attorney(),
        "commercial",
        sealed("quote"),
        lines,
        QUOTE_DATE,
        VALID_UNTIL);
  }

  /** As the follow-up of a request or a matter, which know the parties. */
  public DraftProForma draftWithoutParties() {
    return new DraftProForma(
        id, tenant, matterId, null, null, null, sealed("quote"), lines, QUOTE_DATE, VALID_UNTIL);
  }

  public ProFormaDrafted drafted() {
    return drafted("PF-2026-0001", offer());
  }

  public ProFormaDrafted drafted(String number, Offer offer) {
    return new ProFormaDrafted(
        id,
        tenant,
        number,
        matterId,
        client(),
        attorney(),
        sealed("quote"),
        "commercial",
        offer,
        QUOTE_DATE,
        VALID_UNTIL);
  }

  public ReviseProForma revise() {
    return new ReviseProForma(id, tenant, sealed("revised"), lines, VALID_UNTIL, QUOTE_DATE);
  }

  public ProFormaRevised revised(int revision) {
    return new ProFormaRevised(id, revision, sealed("revised"), offer(), VALID_UNTIL);
  }

  public SendProForma send(int revision) {
    return new SendProForma(id, tenant, respondHash(revision), revision, SENT_AT);
  }

  public ProFormaSent sent(int revision) {
    return new ProFormaSent(
        id,
        revision,
        attorney(),
        respondHash(revision),
        revision,
        offer().totals().total(),
        VALID_UNTIL,
        SENT_AT);
  }

  public static Answer byLink(int revision, Instant at) {
    return new Answer(Channel.PUBLIC_LINK, "attorney", respondHash(revision), at);
  }

  public static Answer recorded(Instant at) {
    return new Answer(Channel.RECORDED_BY_ADVOCATE, "advocate", null, at);
  }

  public AcceptProForma accept(Answer answer) {
    return new AcceptProForma(id, tenant, answer);
  }

  public ProFormaAccepted accepted(int revision, Answer answer) {
    return accepted(revision, answer, offer());
  }

  public ProFormaAccepted accepted(int revision, Answer answer, Offer offer) {
    return new ProFormaAccepted(
        id, tenant, revision, 1, matterId, offer, answer.channel(), answer.by(), answer.at());
  }

  public InvoiceId invoice(int round) {
    return InvoiceId.forProForma(id, round);
  }

  public ProFormaValidated validated(int round) {
    return new ProFormaValidated(id, round, invoice(round));
  }

  public ProFormaConvertedToInvoice converted(int round) {
    return new ProFormaConvertedToInvoice(id, round, invoice(round));
  }

  /** From the draft to the validated acceptance: what an invoice is made from. */
  public Object[] untilValidated(Offer offer) {
    return new Object[] {
      drafted("PF-2026-0001", offer), sent(1), accepted(1, byLink(1, SENT_AT), offer), validated(1)
    };
  }
}
