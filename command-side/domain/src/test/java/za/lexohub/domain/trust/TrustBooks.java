package za.lexohub.domain.trust;

import static za.lexohub.domain.Samples.sealed;

import java.time.LocalDate;
import java.util.UUID;
import za.lexohub.domain.Samples;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.trust.TrustAccountCommands.OpenTrustAccount;
import za.lexohub.messages.trust.TrustAccountCommands.ReceiveTrustMoney;
import za.lexohub.messages.trust.TrustAccountCommands.RefundTrustMoney;
import za.lexohub.messages.trust.TrustAccountCommands.ReverseTrustTransfer;
import za.lexohub.messages.trust.TrustAccountCommands.TransferTrustMoney;
import za.lexohub.messages.trust.TrustAccountEvents.TrustAccountOpened;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyReceived;
import za.lexohub.messages.trust.TrustAccountId;
import za.lexohub.messages.trust.TrustAuthorization;

/** Commands and events of one tenant's trust account, on 7 September 2026. */
record TrustBooks(TenantId tenant) {
  static final LocalDate DAY = LocalDate.of(2026, 9, 7);

  TrustAccountId id() {
    return TrustAccountId.of(tenant);
  }

  OpenTrustAccount open() {
    return new OpenTrustAccount(id(), tenant, sealed("trust bank"), DAY);
  }

  TrustAccountOpened opened() {
    return new TrustAccountOpened(id(), tenant, sealed("trust bank"), DAY);
  }

  ReceiveTrustMoney receive(UUID entry, MatterId matter, long cents) {
    return receive(entry, matter, cents, DAY);
  }

  ReceiveTrustMoney receive(UUID entry, MatterId matter, long cents, LocalDate on) {
    return new ReceiveTrustMoney(
        id(),
        tenant,
        entry,
        matter,
        Money.cents(cents),
        PaymentMethod.EFT,
        on,
        sealed("reference"),
        DAY);
  }

  TrustMoneyReceived received(
      UUID entry, MatterId matter, String number, long cents, long ofMatter, long balance) {
    return new TrustMoneyReceived(
        id(),
        entry,
        matter,
        number,
        Money.cents(cents),
        PaymentMethod.EFT,
        DAY,
        sealed("reference"),
        Money.cents(ofMatter),
        Money.cents(balance));
  }

  TransferTrustMoney transfer(UUID entry, MatterId matter, InvoiceId invoice, long cents) {
    return new TransferTrustMoney(
        id(),
        tenant,
        entry,
        matter,
        invoice,
        invoice == null ? TrustAuthorization.FEE_EARNED : TrustAuthorization.INVOICE_PAYMENT,
        Money.cents(cents),
        DAY,
        sealed("authorised by letter"),
        DAY);
  }

  ReverseTrustTransfer reverse(UUID entry, MatterId matter) {
    return new ReverseTrustTransfer(
        id(), tenant, entry, Samples.note(matter.value(), "mistake"), DAY);
  }

  RefundTrustMoney refund(UUID entry, MatterId matter, long cents) {
    return new RefundTrustMoney(
        id(), tenant, entry, matter, Money.cents(cents), DAY, sealed("matter ended"), DAY);
  }
}
