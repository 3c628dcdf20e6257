package za.lexohub.domain.states;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.matter.Matters.matter;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.domain.matter.Matters;
import za.lexohub.domain.receipt.Overpaying;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.batch.BatchResult;
import za.lexohub.messages.batch.InvoiceBatchCommands.*;
import za.lexohub.messages.batch.InvoiceBatchId;
import za.lexohub.messages.creditnote.CreditNoteCommands.*;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.creditnote.NoteCategory;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.dispute.DisputeType;
import za.lexohub.messages.dispute.PaymentDisputeCommands.*;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.receipt.ReceiptCommands.*;
import za.lexohub.messages.receipt.ReceiptId;
import za.lexohub.messages.retainer.RetainerCommands.*;
import za.lexohub.messages.retainer.RetainerId;
import za.lexohub.messages.retainer.RetainerType;
import za.lexohub.messages.trust.TrustAccountCommands.*;
import za.lexohub.messages.trust.TrustAccountId;
import za.lexohub.messages.trust.TrustAuthorization;

/** As {@link Walks}, of what is paid, owed and held for clients. */
final class MoneyWalks {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 7);
  private static final LocalDate ENDS = LocalDate.of(2026, 9, 30);
  private static final LocalDate LONG_AFTER = LocalDate.of(2040, 1, 1);
  private static final Money SOME = Money.cents(100);

  static List<Supplier<TenantCommand>> retainers(Books books) {
    Invoices bill = issued(books, "jhb");
    TenantId tenant = bill.tenant();
    MatterId matter = bill.proForma().matterId();
    RetainerId id = RetainerId.random();
    // Words under another file's key are refused, and with them everything that needs a reason.
    PersonalData why = Samples.note(matter.value(), "why");
    List<PaymentId> drawn = new ArrayList<>();
    List<LocalDate> terms = new ArrayList<>(List.of(ENDS));
    return List.of(
        () -> agree(id, tenant, matter),
        () ->
            new DepositRetainer(
                id, tenant, UUID.randomUUID(), SOME, PaymentMethod.EFT, DAY, null, DAY),
        () -> {
          drawn.add(PaymentId.random());
          return new DrawDownRetainer(id, tenant, bill.id(), drawn.getLast(), SOME, DAY, DAY);
        },
        () ->
            new ReverseRetainerDrawdown(
                id, tenant, drawn.isEmpty() ? PaymentId.random() : drawn.removeLast(), why, DAY),
        () -> new RefundRetainer(id, tenant, SOME, DAY, why, DAY),
        () -> {
          terms.add(terms.getLast().plusMonths(1));
          return new RenewRetainer(id, tenant, terms.getLast(), DAY);
        },
        () -> new RenewRetainer(id, tenant, null, LONG_AFTER),
        () -> new ExpireRetainer(id, tenant, LONG_AFTER),
        () -> new CancelRetainer(id, tenant, why));
  }

  private static AgreeRetainer agree(RetainerId id, TenantId tenant, MatterId matter) {
    return new AgreeRetainer(
        id, tenant, matter, RetainerType.MONTHLY, SOME, DAY, ENDS, true, 20, null);
  }

  static List<Supplier<TenantCommand>> trustAccounts(Books books) {
    Matters file = matter().of(Samples.fresh("trust"));
    books.given(file.opened());
    TenantId tenant = file.tenant();
    TrustAccountId id = TrustAccountId.of(tenant);
    MatterId matter = file.id();
    UUID some = UUID.randomUUID();
    UUID more = UUID.randomUUID();
    PersonalData why = Samples.note(matter.value(), "why");
    return List.of(
        () -> new OpenTrustAccount(id, tenant, sealed("trust bank"), DAY),
        () -> receive(id, tenant, matter, SOME),
        () -> receive(id, tenant, matter, SOME.plus(SOME)),
        () -> transfer(id, tenant, matter, some, SOME),
        () -> transfer(id, tenant, matter, more, SOME.plus(SOME)),
        () -> new ReverseTrustTransfer(id, tenant, some, why, DAY),
        () -> new ReverseTrustTransfer(id, tenant, more, why, DAY),
        () -> new RefundTrustMoney(id, tenant, UUID.randomUUID(), matter, SOME, DAY, why, DAY),
        () -> new ReconcileTrustAccount(id, tenant, DAY, SOME, null, DAY));
  }

  private static ReceiveTrustMoney receive(
      TrustAccountId id, TenantId tenant, MatterId matter, Money amount) {
    return new ReceiveTrustMoney(
        id, tenant, UUID.randomUUID(), matter, amount, PaymentMethod.EFT, DAY, null, DAY);
  }

  private static TransferTrustMoney transfer(
      TrustAccountId id, TenantId tenant, MatterId matter, UUID entry, Money amount) {
    return new TransferTrustMoney(
        id,
        tenant,
        entry,
        matter,
        null,
        TrustAuthorization.FEE_EARNED,
        amount,
        DAY,
        Samples.note(matter.value(), "earned"),
        DAY);
  }

  /** Of what was overpaid, because only that is ever cancelled. */
  static List<Supplier<TenantCommand>> receipts(Books books) {
    Invoices overpaid = issued(books, "keeps");
    Invoices other = invoice().from(proForma().of(overpaid.tenant()));
    books.given(other.generated(), other.sent());
    PaymentId payment = PaymentId.random();
    ReceiptId id = Overpaying.restOf(overpaid.tenant(), overpaid.id(), payment);
    PaymentId some = PaymentId.random();
    PaymentId all = PaymentId.random();
    long rest = SOME.amount() * 3;
    return List.of(
        () -> overpaid.pay(payment, overpaid.totals().total().amount() + rest),
        () -> overpaid.reverse(payment, DAY),
        () -> allocate(id, other, some, SOME),
        () -> allocate(id, other, all, Money.cents(rest)),
        () -> allocate(id, other, PaymentId.random(), SOME),
        () -> other.reverse(some, DAY),
        () -> other.reverse(all, DAY),
        () -> new RefundReceipt(id, other.tenant(), SOME, sealed("asked for")),
        () -> new RefundReceipt(id, other.tenant(), Money.cents(rest), sealed("asked for")));
  }

  private static AllocateReceipt allocate(
      ReceiptId id, Invoices to, PaymentId payment, Money amount) {
    return new AllocateReceipt(id, to.tenant(), to.id(), payment, amount, DAY);
  }

  static List<Supplier<TenantCommand>> creditNotes(Books books) {
    Invoices bill = issued(books, "jhb");
    CreditNoteId id = CreditNoteId.random();
    return List.of(
        () -> draft(id, bill, NoteKind.CREDIT),
        () -> draft(id, bill, NoteKind.DEBIT),
        () -> new IssueCreditNote(id, bill.tenant(), DAY),
        () -> new CancelCreditNote(id, bill.tenant(), sealed("mistake")));
  }

  private static DraftCreditNote draft(CreditNoteId id, Invoices bill, NoteKind kind) {
    return new DraftCreditNote(
        id, bill.tenant(), kind, bill.id(), SOME, NoteCategory.OTHER, null, sealed("why"));
  }

  static List<Supplier<TenantCommand>> paymentDisputes(Books books) {
    Invoices bill = issued(books, "jhb");
    DisputeId id = DisputeId.random();
    TenantId tenant = bill.tenant();
    return List.of(
        () ->
            new OpenPaymentDispute(
                id,
                tenant,
                bill.id(),
                DisputeType.OTHER,
                SOME,
                sealed("too dear"),
                Channel.RECORDED_BY_ADVOCATE,
                "attorney"),
        () -> new AnswerPaymentDispute(id, tenant, sealed("it is not")),
        () -> new EscalatePaymentDispute(id, tenant, sealed("no end to it")),
        () -> new ResolvePaymentDispute(id, tenant, DisputeResolution.SETTLED, null),
        () -> new WithdrawPaymentDispute(id, tenant, sealed("we were wrong")));
  }

  static List<Supplier<TenantCommand>> invoiceBatches(Books books) {
    TenantId tenant = Samples.fresh("jhb");
    InvoiceBatchId id = InvoiceBatchId.random();
    ProFormaId proForma = ProFormaId.random();
    MatterId matter = MatterId.random();
    return List.of(
        () -> new RequestInvoiceBatch(id, tenant, List.of(proForma), List.of(matter), DAY),
        () -> done(id, tenant, proForma.value(), BatchResult.STARTED, null),
        () -> done(id, tenant, matter.value(), BatchResult.REFUSED, "nothing-to-bill"));
  }

  private static RecordBatchItem done(
      InvoiceBatchId id, TenantId tenant, UUID item, BatchResult result, @Nullable String code) {
    return new RecordBatchItem(id, tenant, item, result, null, code);
  }

  private static Invoices issued(Books books, String practice) {
    Matters file = matter().of(Samples.fresh(practice));
    Invoices bill = invoice().from(proForma().of(file.tenant()).on(file.id()));
    books.given(file.opened(), bill.generated(), bill.sent());
    return bill;
  }

  private MoneyWalks() {}
}
