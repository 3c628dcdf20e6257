package za.lexohub.domain.trust;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;
import static za.lexohub.domain.trust.TrustBooks.DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.ReversePayment;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePartiallyPaid;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberAllocated;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.trust.TrustAccountCommands;
import za.lexohub.messages.trust.TrustAccountCommands.OpenTrustAccount;
import za.lexohub.messages.trust.TrustAccountCommands.ReconcileTrustAccount;
import za.lexohub.messages.trust.TrustAccountCommands.RefundTrustMoney;
import za.lexohub.messages.trust.TrustAccountCommands.TransferTrustMoney;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyRefunded;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyTransferred;
import za.lexohub.messages.trust.TrustAccountEvents.TrustReconciled;
import za.lexohub.messages.trust.TrustAccountEvents.TrustTransferReversed;
import za.lexohub.messages.trust.TrustAccountId;
import za.lexohub.messages.trust.TrustAuthorization;

class TrustAccountTest {
  private static final long TOTAL = 3_162_500;

  private final Books books = new Books();
  private final TenantId tenant = Samples.fresh("trust");
  private final TrustBooks trust = new TrustBooks(tenant);
  private final Matters matter = Matters.matter().of(tenant);
  private final MatterId id = matter.id();
  private final UUID first = UUID.randomUUID();
  private final UUID entry = UUID.randomUUID();
  private final Invoices inv = invoice().from(proForma().of(tenant).on(id));

  @BeforeEach
  void anAccountThatHoldsMoneyOfAMatter() {
    books.given(
        matter.opened(),
        inv.generated(),
        inv.sent(),
        trust.opened(),
        trust.received(first, id, "TR-2026-0001", 500_000, 500_000, 500_000));
  }

  @Test
  void anAccountIsOpenedOnce() {
    TrustBooks other = new TrustBooks(Samples.fresh("trust"));
    books.when(other.open()).appends(other.opened());
    books.when(other.open()).changesNothing();
    books
        .when(new OpenTrustAccount(other.id(), other.tenant(), sealed("another bank"), DAY))
        .isRefusedBy(Rule.TRUST_ACCOUNT_ALREADY_OPEN);
  }

  @Test
  void aReferralPracticeHasNone() {
    books
        .when(new TrustBooks(Samples.fresh("jhb")).open())
        .isRefusedBy(Rule.TRUST_ACCOUNT_NOT_HELD);
  }

  @Test
  void noAccountIsOpenedWithoutACertificateOfTheDay() {
    TrustBooks other = new TrustBooks(Samples.fresh("trust"));
    books
        .when(
            new OpenTrustAccount(
                other.id(), other.tenant(), sealed("bank"), LocalDate.of(2027, 1, 1)))
        .isRefusedBy(Rule.FIDELITY_CERTIFICATE_EXPIRED);
  }

  @Test
  void moneyIsReceivedWithTheNextReceipt() {
    String sequence = tenant + ":TRUST_RECEIPT:2026";
    books
        .when(trust.receive(entry, id, 70_000))
        .appends(
            new NumberAllocated(
                sequence,
                tenant,
                NumberSeries.TRUST_RECEIPT,
                2026,
                1,
                "TR-2026-0001",
                entry.toString()),
            trust.received(entry, id, "TR-2026-0001", 70_000, 570_000, 570_000));
    books.when(trust.receive(entry, id, 70_000)).changesNothing();
    books.when(trust.receive(entry, id, 70_001)).isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
  }

  @Test
  void moneyIsReceivedForAnOpenMatterOnADayThatHasCome() {
    books
        .when(trust.receive(entry, id, 1, DAY.plusDays(1)))
        .isRefusedBy(Rule.PAYMENT_DATE_IN_FUTURE);
    books.when(trust.receive(entry, MatterId.random(), 1)).findsNothing();
    books.given(new MatterClosed(id, DAY));
    books.when(trust.receive(entry, id, 1)).isRefusedBy(Rule.MATTER_CLOSED);
  }

  @Test
  void moneyIsReceivedAndUsedOnlyWithACertificateOfTheDay() {
    LocalDate expired = LocalDate.of(2027, 1, 1);
    books.when(trust.receive(entry, id, 1, expired)).isRefusedBy(Rule.FIDELITY_CERTIFICATE_EXPIRED);
    books
        .when(
            new TransferTrustMoney(
                trust.id(),
                tenant,
                entry,
                id,
                null,
                TrustAuthorization.FEE_EARNED,
                Money.cents(1),
                expired,
                sealed("x"),
                expired))
        .isRefusedBy(Rule.FIDELITY_CERTIFICATE_EXPIRED);
  }

  @Test
  void withoutAnAccountThereIsNothing() {
    TrustBooks other = new TrustBooks(Samples.fresh("trust"));
    books.when(other.receive(entry, id, 1)).findsNothing();
  }

  private TrustMoneyTransferred transferred(TrustAuthorization authorization, long cents) {
    boolean invoice = authorization == TrustAuthorization.INVOICE_PAYMENT;
    return new TrustMoneyTransferred(
        trust.id(),
        entry,
        id,
        invoice ? inv.id() : null,
        authorization,
        Money.cents(cents),
        DAY,
        sealed("authorised by letter"),
        Money.cents(500_000 - cents),
        Money.cents(500_000 - cents));
  }

  @Test
  void moneyPaysAnInvoiceOfItsMatter() {
    books
        .when(trust.transfer(entry, id, inv.id(), 200_000))
        .appends(
            transferred(TrustAuthorization.INVOICE_PAYMENT, 200_000),
            new PaymentRecorded(
                inv.id(),
                new PaymentId(entry),
                Money.cents(200_000),
                PaymentMethod.TRUST_TRANSFER,
                DAY,
                null,
                Money.cents(TOTAL - 200_000)),
            new InvoicePartiallyPaid(inv.id(), Money.cents(200_000), Money.cents(TOTAL - 200_000)));
    books.when(trust.transfer(entry, id, inv.id(), 200_000)).changesNothing();
    books.when(trust.transfer(entry, id, inv.id(), 1)).isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
  }

  @Test
  void moneyOfOneMatterNeverPaysForAnother() {
    Matters other = Matters.matter().of(tenant);
    books.given(other.opened());
    books.after(trust.receive(UUID.randomUUID(), other.id(), 900_000));
    books
        .when(trust.transfer(entry, other.id(), inv.id(), 1))
        .isRefusedBy(Rule.TRUST_MONEY_OF_OTHER_MATTER);
    books
        .when(trust.transfer(entry, id, inv.id(), 500_001))
        .isRefusedBy(Rule.TRUST_BALANCE_TOO_LOW);
    books.when(trust.refund(entry, id, 500_001)).isRefusedBy(Rule.TRUST_BALANCE_TOO_LOW);
  }

  @Test
  void noMoreIsPaidThanTheInvoiceOwes() {
    books.after(trust.receive(UUID.randomUUID(), id, TOTAL));
    books
        .when(trust.transfer(entry, id, inv.id(), TOTAL + 1))
        .isRefusedBy(Rule.PAYMENT_EXCEEDS_BALANCE);
  }

  @Test
  void earnedFeesLeaveTheAccountWithoutAnInvoice() {
    books
        .when(trust.transfer(entry, id, null, 200_000))
        .appends(transferred(TrustAuthorization.FEE_EARNED, 200_000));
  }

  @Test
  void aTransferIsTakenBackOnBothSidesOrNeither() {
    books.after(trust.transfer(entry, id, inv.id(), 200_000));
    books
        .when(new ReversePayment(inv.id(), tenant, new PaymentId(entry), sealed("mistake"), DAY))
        .isRefusedBy(Rule.PAYMENT_FROM_CLIENT_MONEY);
    books
        .when(trust.reverse(entry, MatterId.random()))
        .isRefusedBy(Rule.TRUST_MONEY_OF_OTHER_MATTER);
    books
        .when(trust.reverse(entry, id))
        .appends(
            new TrustTransferReversed(
                trust.id(),
                entry,
                id,
                inv.id(),
                Money.cents(200_000),
                Samples.note(id.value(), "mistake"),
                Money.cents(500_000),
                Money.cents(500_000)),
            new PaymentReversed(
                inv.id(),
                new PaymentId(entry),
                Money.cents(200_000),
                Samples.note(id.value(), "mistake"),
                Money.cents(TOTAL)));
    books.when(trust.reverse(entry, id)).isRefusedBy(Rule.DRAWDOWN_ALREADY_REVERSED);
    books.when(trust.reverse(first, id)).isRefusedBy(Rule.DRAWDOWN_UNKNOWN);
  }

  @Test
  void moneyGoesBackToTheClientAlsoWhenTheMatterIsClosedAndTheCertificateExpired() {
    LocalDate late = LocalDate.of(2027, 3, 1);
    books.given(new MatterClosed(id, DAY));
    books
        .when(
            new RefundTrustMoney(
                trust.id(), tenant, entry, id, Money.cents(500_000), late, sealed("ended"), late))
        .appends(
            new TrustMoneyRefunded(
                trust.id(),
                entry,
                id,
                Money.cents(500_000),
                late,
                sealed("ended"),
                Money.ZERO,
                Money.ZERO));
  }

  @Test
  void aRefundIsMadeOnce() {
    books.after(trust.refund(entry, id, 100));
    books.when(trust.refund(entry, id, 100)).changesNothing();
    books.when(trust.refund(entry, id, 101)).isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
    books.when(trust.refund(first, id, 500_000)).isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
  }

  @Test
  void theAccountIsHeldAgainstTheBank() {
    books
        .when(
            new ReconcileTrustAccount(
                trust.id(), tenant, DAY, Money.cents(499_000), sealed("bank charges"), DAY))
        .appends(
            new TrustReconciled(
                trust.id(),
                DAY,
                Money.cents(500_000),
                Money.cents(499_000),
                Money.cents(-1_000),
                sealed("bank charges")));
    books
        .when(new ReconcileTrustAccount(trust.id(), tenant, DAY.plusDays(1), Money.ZERO, null, DAY))
        .isRefusedBy(Rule.PAYMENT_DATE_IN_FUTURE);
  }

  @Test
  void anotherTenantFindsNothingAndAnOlderVersionConflicts() {
    TrustAccountId theirs = trust.id();
    TenantId stranger = Samples.STRANGER;
    List<TrustAccountCommands> commands =
        List.of(
            new RefundTrustMoney(
                theirs, stranger, entry, id, Money.cents(1), DAY, sealed("x"), DAY),
            new ReconcileTrustAccount(theirs, stranger, DAY, Money.ZERO, null, DAY),
            new TransferTrustMoney(
                theirs,
                stranger,
                entry,
                id,
                null,
                TrustAuthorization.FEE_EARNED,
                Money.cents(1),
                DAY,
                sealed("x"),
                DAY));
    commands.forEach(command -> books.when(command).findsNothing());
    books
        .when(trust.refund(entry, id, 1), Map.of(MetadataKeys.EXPECTED_VERSION, "1"))
        .conflictsWithVersion(2);
  }
}
