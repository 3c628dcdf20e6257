package za.lexohub.domain.retainer;

import java.time.LocalDate;
import java.util.UUID;
import za.lexohub.domain.Samples;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.retainer.RetainerCommands.AgreeRetainer;
import za.lexohub.messages.retainer.RetainerCommands.DepositRetainer;
import za.lexohub.messages.retainer.RetainerCommands.DrawDownRetainer;
import za.lexohub.messages.retainer.RetainerCommands.RefundRetainer;
import za.lexohub.messages.retainer.RetainerCommands.ReverseRetainerDrawdown;
import za.lexohub.messages.retainer.RetainerEvents.RetainerAgreed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDeposited;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawdownReversed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawnDown;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRefunded;
import za.lexohub.messages.retainer.RetainerId;
import za.lexohub.messages.retainer.RetainerType;

/** A retainer of R 1,000.00 for September 2026, low below a fifth of it. */
record Retainers(RetainerId id, TenantId tenant, MatterId matter) {
  static final LocalDate STARTS = LocalDate.of(2026, 9, 1);
  static final LocalDate ENDS = LocalDate.of(2026, 9, 30);
  static final LocalDate DAY = LocalDate.of(2026, 9, 7);

  static Retainers retainer(TenantId tenant, MatterId matter) {
    return new Retainers(RetainerId.random(), tenant, matter);
  }

  PersonalData note(String words) {
    return Samples.note(matter.value(), words);
  }

  AgreeRetainer agree() {
    return new AgreeRetainer(
        id,
        tenant,
        matter,
        RetainerType.MONTHLY,
        Money.cents(100_000),
        STARTS,
        ENDS,
        true,
        20,
        note("terms"));
  }

  RetainerAgreed agreed() {
    return agreed(ENDS, true);
  }

  RetainerAgreed agreed(LocalDate ends, boolean autoRenew) {
    return new RetainerAgreed(
        id,
        tenant,
        matter,
        RetainerType.MONTHLY,
        Money.cents(100_000),
        STARTS,
        ends,
        autoRenew,
        20,
        note("terms"));
  }

  DepositRetainer deposit(UUID deposit, long cents) {
    return new DepositRetainer(
        id, tenant, deposit, Money.cents(cents), PaymentMethod.EFT, DAY, note("reference"), DAY);
  }

  RetainerDeposited deposited(UUID deposit, long cents, long after) {
    return new RetainerDeposited(
        id,
        deposit,
        Money.cents(cents),
        PaymentMethod.EFT,
        DAY,
        note("reference"),
        Money.cents(after));
  }

  DrawDownRetainer draw(InvoiceId invoice, PaymentId payment, long cents) {
    return new DrawDownRetainer(id, tenant, invoice, payment, Money.cents(cents), DAY, DAY);
  }

  RetainerDrawnDown drawn(InvoiceId invoice, PaymentId payment, long cents, long after) {
    return new RetainerDrawnDown(id, invoice, payment, Money.cents(cents), DAY, Money.cents(after));
  }

  ReverseRetainerDrawdown reverse(PaymentId payment) {
    return new ReverseRetainerDrawdown(id, tenant, payment, note("mistake"), DAY);
  }

  RetainerDrawdownReversed reversed(InvoiceId invoice, PaymentId payment, long cents, long after) {
    return new RetainerDrawdownReversed(
        id, invoice, payment, Money.cents(cents), note("mistake"), Money.cents(after));
  }

  RefundRetainer refund(long cents) {
    return new RefundRetainer(id, tenant, Money.cents(cents), DAY, note("matter ended"), DAY);
  }

  RetainerRefunded refunded(long cents, long after) {
    return new RetainerRefunded(
        id, Money.cents(cents), DAY, note("matter ended"), Money.cents(after));
  }
}
