package za.lexohub.domain.dispute;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.dispute.DisputeType;
import za.lexohub.messages.dispute.PaymentDisputeCommands;
import za.lexohub.messages.dispute.PaymentDisputeCommands.AnswerPaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeCommands.EscalatePaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeCommands.OpenPaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeCommands.ResolvePaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeCommands.WithdrawPaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeAnswered;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeEscalated;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeOpened;
import za.lexohub.messages.dispute.PaymentDisputeEvents.PaymentDisputeResolved;
import za.lexohub.messages.invoice.InvoiceCommands.WriteOffInvoice;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.Channel;

class PaymentDisputeTest {
  private static final long TOTAL = 3_162_500;

  private final Books books = new Books();
  private final TenantId jhb = Samples.fresh("jhb");
  private final Invoices inv = invoice().from(proForma().of(jhb));
  private final DisputeId dispute = DisputeId.random();
  private final PaymentDisputeOpened opened = opened(dispute);
  private final InvoiceDisputed disputed =
      new InvoiceDisputed(inv.id(), dispute, Money.cents(500_000));

  private PaymentDisputeOpened opened(DisputeId id) {
    return new PaymentDisputeOpened(
        id,
        jhb,
        inv.id(),
        DisputeType.BILLING_ERROR,
        Money.cents(500_000),
        sealed("too much"),
        Channel.values()[0],
        "attorney");
  }

  private OpenPaymentDispute open(DisputeId id, long cents) {
    return new OpenPaymentDispute(
        id,
        jhb,
        inv.id(),
        DisputeType.BILLING_ERROR,
        Money.cents(cents),
        sealed("too much"),
        Channel.values()[0],
        "attorney");
  }

  private ResolvePaymentDispute resolve(
      DisputeResolution resolution, @Nullable PersonalData notes) {
    return new ResolvePaymentDispute(dispute, jhb, resolution, notes);
  }

  @BeforeEach
  void anIssuedInvoice() {
    books.given(inv.generated(), inv.sent());
  }

  @Test
  void isOpenedInOneAppendWithTheInvoice() {
    books.when(open(dispute, 500_000)).appends(opened, disputed);
    books.when(open(dispute, 500_000)).changesNothing();
  }

  @Test
  void thereIsOneAtATimeAndForNoMoreThanIsOpen() {
    books.when(open(dispute, TOTAL + 1)).isRefusedBy(Rule.AMOUNT_EXCEEDS_BALANCE);
    books.given(opened, disputed);
    books.when(open(DisputeId.random(), 1)).isRefusedBy(Rule.INVOICE_DISPUTED);
  }

  @Test
  void onlyWhatIsOwedIsDisputed() {
    books.given(
        inv.paid(PaymentId.random(), TOTAL, 0),
        new InvoicePaid(inv.id(), Money.cents(TOTAL), DATE));
    books.when(open(dispute, 1)).isRefusedBy(Rule.INVOICE_ALREADY_PAID);
    Invoices draft = invoice().from(proForma().of(jhb));
    books.given(draft.generated());
    books
        .when(
            new OpenPaymentDispute(
                dispute,
                jhb,
                draft.id(),
                DisputeType.OTHER,
                Money.cents(1),
                sealed("x"),
                Channel.values()[0],
                "attorney"))
        .isRefusedBy(Rule.INVOICE_NOT_ISSUED);
  }

  @Test
  void isAnsweredAsOftenAsThereIsSomethingToSayAndEscalatedOnce() {
    books.given(opened, disputed);
    AnswerPaymentDispute answer = new AnswerPaymentDispute(dispute, jhb, sealed("see line 2"));
    PaymentDisputeAnswered answered = new PaymentDisputeAnswered(dispute, sealed("see line 2"));
    books.when(answer).appends(answered);
    books.when(answer).appends(answered);
    EscalatePaymentDispute escalate =
        new EscalatePaymentDispute(dispute, jhb, sealed("no agreement"));
    books.when(escalate).appends(new PaymentDisputeEscalated(dispute, sealed("no agreement")));
    books.when(escalate).isRefusedBy(Rule.DISPUTE_NOT_OPEN);
    books.when(answer).appends(answered);
  }

  @Test
  void isResolvedInOneAppendWithTheInvoiceWhichMayThenBeDisputedAgain() {
    books
        .given(opened, disputed)
        .when(resolve(DisputeResolution.CREDIT_NOTE, null))
        .appends(
            new PaymentDisputeResolved(dispute, DisputeResolution.CREDIT_NOTE, null),
            new InvoiceDisputeResolved(inv.id(), dispute, DisputeResolution.CREDIT_NOTE));
    DisputeId second = DisputeId.random();
    books
        .when(open(second, 500_000))
        .appends(opened(second), new InvoiceDisputed(inv.id(), second, Money.cents(500_000)));
  }

  @Test
  void isWithdrawnWithItsReason() {
    books
        .given(opened, disputed)
        .when(new WithdrawPaymentDispute(dispute, jhb, sealed("my mistake")))
        .appends(
            new PaymentDisputeResolved(dispute, DisputeResolution.WITHDRAWN, sealed("my mistake")),
            new InvoiceDisputeResolved(inv.id(), dispute, DisputeResolution.WITHDRAWN));
  }

  @Test
  void outlivesAnInvoiceThatIsWrittenOffMeanwhile() {
    books
        .given(opened, disputed)
        .when(new WriteOffInvoice(inv.id(), jhb, Money.cents(TOTAL), sealed("goodwill")))
        .appends(
            new InvoiceWrittenOff(inv.id(), Money.cents(TOTAL), sealed("goodwill"), Money.ZERO));
    books
        .when(resolve(DisputeResolution.WRITE_OFF, null))
        .appends(
            new PaymentDisputeResolved(dispute, DisputeResolution.WRITE_OFF, null),
            new InvoiceDisputeResolved(inv.id(), dispute, DisputeResolution.WRITE_OFF));
  }

  @Test
  void nothingMoreIsDoneWithAResolvedOne() {
    books.given(
        opened,
        disputed,
        new PaymentDisputeResolved(dispute, DisputeResolution.SETTLED, null),
        new InvoiceDisputeResolved(inv.id(), dispute, DisputeResolution.SETTLED));
    for (PaymentDisputeCommands command : afterOpening(jhb)) {
      books.when(command).isRefusedBy(Rule.DISPUTE_RESOLVED);
    }
  }

  @Test
  void anotherTenantFindsNothing() {
    books.given(opened, disputed);
    TenantId stranger = Samples.fresh("jhb");
    for (PaymentDisputeCommands command : afterOpening(stranger)) {
      books.when(command).findsNothing();
    }
  }

  private List<PaymentDisputeCommands> afterOpening(TenantId tenant) {
    return List.of(
        new AnswerPaymentDispute(dispute, tenant, sealed("x")),
        new EscalatePaymentDispute(dispute, tenant, sealed("x")),
        new ResolvePaymentDispute(dispute, tenant, DisputeResolution.DISMISSED, sealed("x")),
        new WithdrawPaymentDispute(dispute, tenant, sealed("x")));
  }
}
