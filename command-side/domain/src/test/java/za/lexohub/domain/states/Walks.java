package za.lexohub.domain.states;

import static za.lexohub.domain.Samples.party;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.matter.Matters.matter;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.domain.matter.Matters;
import za.lexohub.domain.proforma.ProFormas;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementCommands.*;
import za.lexohub.messages.agreement.AgreementCommands.RecordPaperSignature;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.attachment.AttachmentCommands.*;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.attachment.DocumentType;
import za.lexohub.messages.invoice.InvoiceCommands.*;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.matter.MatterCommands.*;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.Answer;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ProFormaCommands.*;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.RequestedAction;
import za.lexohub.messages.proforma.Urgency;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.scope.AmendmentType;
import za.lexohub.messages.scope.ScopeAmendmentCommands.*;

/**
 * The commands of which random histories of each aggregate are made. Each history is of a fresh
 * aggregate in fresh books; most of its commands are refused, and the others move it.
 */
final class Walks {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 7);
  private static final Instant NOON = BusinessTime.startOf(DAY).plusSeconds(43_200);
  private static final LocalDate LATER = LocalDate.of(2027, 3, 1);
  private static final Money SOME = Money.cents(50_000);

  /** What may be tried next, made anew each time so that ids differ. */
  static List<Supplier<TenantCommand>> of(String aggregate, Books books) {
    return START.get(aggregate).apply(books);
  }

  private static final Map<String, Function<Books, List<Supplier<TenantCommand>>>> START =
      Map.ofEntries(
          Map.entry("Matter", Walks::matters),
          Map.entry("ProForma", Walks::proFormas),
          Map.entry("Invoice", Walks::invoices),
          Map.entry("Agreement", Walks::agreements),
          Map.entry("ScopeAmendment", Walks::scopeAmendments),
          Map.entry("Attachment", Walks::attachments),
          Map.entry("Retainer", MoneyWalks::retainers),
          Map.entry("TrustAccount", MoneyWalks::trustAccounts),
          Map.entry("Receipt", MoneyWalks::receipts),
          Map.entry("CreditNote", MoneyWalks::creditNotes),
          Map.entry("PaymentDispute", MoneyWalks::paymentDisputes),
          Map.entry("InvoiceBatch", MoneyWalks::invoiceBatches));

  private static List<Supplier<TenantCommand>> matters(Books books) {
    Matters file = matter().of(Samples.fresh("jhb"));
    MatterId id = file.id();
    TenantId tenant = file.tenant();
    ProFormaId awaited = ProFormaId.random();
    ProFormas offer = proForma().of(tenant);
    books.given(
        offer.drafted(), offer.sent(1), offer.accepted(1, ProFormas.recorded(ProFormas.SENT_AT)));
    return List.of(
        file::open,
        () -> pending(file.open()),
        file::request,
        () -> new ConvertProFormaToMatter(offer.id(), tenant, id, DAY),
        () -> new ReverseProFormaConversion(offer.id(), tenant, sealed("too soon")),
        () -> new ActivateMatter(id, tenant, DAY),
        () -> new AcceptBrief(id, tenant, false, null, DAY),
        () -> new DeclineMatter(id, tenant, sealed("no time")),
        () -> new AwaitMatterApproval(id, tenant, awaited),
        () -> new AwaitMatterApproval(id, tenant, ProFormaId.random()),
        () -> new ApproveMatterByProForma(id, tenant, awaited, DAY),
        () -> new PutMatterOnHold(id, tenant, sealed("waiting")),
        () -> new ResumeMatter(id, tenant),
        () -> new SettleMatter(id, tenant, DAY),
        () -> new CloseMatter(id, tenant, DAY),
        () -> new ReopenMatter(id, tenant, sealed("an appeal")));
  }

  private static OpenMatter pending(OpenMatter open) {
    return new OpenMatter(
        open.matterId(),
        open.tenant(),
        open.matterType(),
        open.client(),
        open.attorney(),
        open.wording(),
        open.vatExempt(),
        open.courtCaseNumber(),
        open.openedOn(),
        true);
  }

  private static List<Supplier<TenantCommand>> proFormas(Books books) {
    ProFormas offer = proForma().of(Samples.fresh("jhb"));
    ProFormaId id = offer.id();
    TenantId tenant = offer.tenant();
    MatterId matter = MatterId.random();
    Answer answer = ProFormas.recorded(ProFormas.SENT_AT);
    return List.of(
        offer::request,
        () ->
            new RequestProForma(
                id,
                tenant,
                offer.client(),
                sealed("request"),
                "commercial",
                Urgency.LOW,
                RequestedAction.MATTER,
                ProFormas.SUBMIT_HASH,
                ProFormas.LINK_ENDS,
                ProFormas.REQUESTED_AT),
        () -> offer.submit(ProFormas.SUBMIT_HASH, ProFormas.REQUESTED_AT),
        () -> new RejectProFormaRequest(id, tenant, sealed("conflicted")),
        offer::draft,
        offer::revise,
        () -> offer.send(1),
        () -> offer.send(2),
        () -> offer.send(3),
        () -> offer.accept(answer),
        () -> new DeclineProForma(id, tenant, answer, null),
        () -> new RequestProFormaChanges(id, tenant, answer, sealed("cheaper")),
        () -> new ExpireProForma(id, tenant, ProFormas.TOO_LATE),
        () -> new ExtendProForma(id, tenant, LATER, ProFormas.TOO_LATE),
        () -> new WithdrawProForma(id, tenant, null),
        () -> new ConvertProFormaToMatter(id, tenant, matter, DAY),
        () -> new ReverseProFormaConversion(id, tenant, sealed("too soon")));
  }

  private static List<Supplier<TenantCommand>> invoices(Books books) {
    Invoices bill = invoice().from(proForma().of(Samples.fresh("jhb")));
    books.given(bill.proForma().untilValidated(bill.proForma().offer()));
    TenantId tenant = bill.tenant();
    long total = bill.totals().total().amount();
    PaymentId payment = PaymentId.random();
    return List.of(
        bill::generate,
        () -> new DiscardInvoiceDraft(bill.id(), tenant, sealed("wrong")),
        () -> bill.send(null, DAY),
        () -> bill.pay(payment, total),
        () -> bill.pay(PaymentId.random(), 100),
        () -> bill.reverse(payment, DAY),
        () -> new VoidInvoice(bill.id(), tenant, sealed("wrong")),
        () -> new WriteOffInvoice(bill.id(), tenant, Money.cents(100), sealed("goodwill")),
        () -> new WriteOffInvoice(bill.id(), tenant, Money.cents(total), sealed("insolvent")));
  }

  private static List<Supplier<TenantCommand>> agreements(Books books) {
    Matters file = matter().of(Samples.fresh("jhb"));
    books.given(file.opened());
    AgreementId id = AgreementId.random();
    TenantId tenant = file.tenant();
    return List.of(
        () -> new DraftAgreement(id, tenant, file.id(), null, party("client"), sealed("terms")),
        () -> new SendAgreement(id, tenant, "hash-1", 1, NOON.plusSeconds(86_400), NOON),
        () -> new SendAgreement(id, tenant, "hash-2", 2, NOON.plusSeconds(86_400), NOON),
        () -> new SignAgreement(id, tenant, "hash-1", sealed("N D"), Channel.PUBLIC_LINK, NOON),
        () ->
            new SignAgreement(id, tenant, null, sealed("N D"), Channel.RECORDED_BY_ADVOCATE, NOON),
        () -> new CountersignAgreement(id, tenant, "thandi", NOON),
        () ->
            new RecordPaperSignature(
                id,
                tenant,
                sealed("N D"),
                BusinessTime.dateAt(NOON),
                new AttachmentId(new UUID(0, 1)),
                "thandi",
                NOON),
        () -> new CancelAgreement(id, tenant, sealed("other terms")));
  }

  private static List<Supplier<TenantCommand>> scopeAmendments(Books books) {
    Matters file = matter().of(Samples.fresh("jhb"));
    books.given(file.opened());
    AmendmentId id = AmendmentId.random();
    TenantId tenant = file.tenant();
    return List.of(
        () ->
            new ProposeScopeAmendment(
                id,
                tenant,
                file.id(),
                null,
                AmendmentType.SCOPE_INCREASE,
                sealed("more heads"),
                SOME,
                SOME.plus(SOME),
                10,
                20,
                false),
        () -> new ApproveScopeAmendment(id, tenant, Channel.RECORDED_BY_ADVOCATE, "thandi"),
        () -> new RejectScopeAmendment(id, tenant, sealed("too dear")),
        () -> new SupersedeScopeAmendment(id, tenant, AmendmentId.random()));
  }

  private static List<Supplier<TenantCommand>> attachments(Books books) {
    Matters file = matter().of(Samples.fresh("jhb"));
    books.given(file.opened());
    AttachmentId id = AttachmentId.random();
    TenantId tenant = file.tenant();
    UUID matter = file.id().value();
    return List.of(
        () ->
            new AnnounceAttachment(
                id,
                tenant,
                AttachmentKind.MATTER,
                matter,
                DocumentType.BRIEF,
                1,
                null,
                "application/pdf",
                2_048,
                "a".repeat(64),
                tenant + "/matters/" + matter + "/attachments/" + id,
                sealed("brief.pdf")),
        () ->
            new LinkAttachment(
                id,
                tenant,
                AttachmentKind.MATTER,
                matter,
                DocumentType.BRIEF,
                sealed("brief"),
                sealed("https://files.example/1")),
        () -> new ConfirmAttachment(id, tenant),
        () -> new RemoveAttachment(id, tenant, sealed("wrong file")));
  }

  private Walks() {}
}
