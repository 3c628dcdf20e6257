package za.lexohub.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.domain.matter.Matters;
import za.lexohub.domain.matter.Work;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.creditnote.CreditNoteCommands.DraftCreditNote;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.creditnote.NoteCategory;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeType;
import za.lexohub.messages.dispute.PaymentDisputeCommands.OpenPaymentDispute;
import za.lexohub.messages.invoice.InvoiceCommands.RecordPayment;
import za.lexohub.messages.invoice.InvoiceCommands.WriteOffInvoice;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterEvents;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.receipt.ReceiptCommands.AllocateReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RecordReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RefundReceipt;
import za.lexohub.messages.receipt.ReceiptId;
import za.lexohub.messages.retainer.RetainerCommands.AgreeRetainer;
import za.lexohub.messages.retainer.RetainerCommands.DepositRetainer;
import za.lexohub.messages.retainer.RetainerCommands.DrawDownRetainer;
import za.lexohub.messages.retainer.RetainerCommands.RefundRetainer;
import za.lexohub.messages.retainer.RetainerId;
import za.lexohub.messages.retainer.RetainerType;
import za.lexohub.messages.trust.TrustAccountCommands.OpenTrustAccount;
import za.lexohub.messages.trust.TrustAccountCommands.ReceiveTrustMoney;
import za.lexohub.messages.trust.TrustAccountCommands.RefundTrustMoney;
import za.lexohub.messages.trust.TrustAccountCommands.TransferTrustMoney;
import za.lexohub.messages.trust.TrustAccountId;
import za.lexohub.messages.trust.TrustAuthorization;
import za.lexohub.messages.work.DisbursementType;
import za.lexohub.messages.work.ServiceCategory;
import za.lexohub.messages.work.WorkCommands.AmendTimeEntry;
import za.lexohub.messages.work.WorkCommands.LogDisbursement;
import za.lexohub.messages.work.WorkCommands.LogService;
import za.lexohub.messages.work.WorkCommands.LogTime;
import za.lexohub.messages.work.WorkItemId;

/**
 * I1: whoever asks for time, work or money of nothing or less is not heard, and the books of all
 * aggregates tell of none.
 */
class AmountPropertiesTest {
  private static final LocalDate DAY = Work.TODAY.plusDays(6);

  @Property(tries = 80)
  void nothingAndLessNeverComesIntoTheBooks(
      @ForAll @Size(min = 5, max = 30) List<@IntRange(max = 17) Integer> choices,
      @ForAll @Size(value = 30) List<@IntRange(min = -2, max = 3) Integer> amounts,
      @ForAll @Size(value = 30) List<@IntRange(min = -2, max = 3) Integer> rates) {
    OneOfEach practice = new OneOfEach();
    for (int i = 0; i < choices.size(); i++) {
      TenantCommand command = practice.command(choices.get(i), amounts.get(i), rates.get(i));
      if (command == null) {
        assertThat(Math.min(amounts.get(i), rates.get(i))).isNotPositive();
        continue;
      }
      Books.Outcome outcome = practice.books.when(command);
      outcome.appends().stream().flatMap(List::stream).forEach(AmountPropertiesTest::positive);
    }
  }

  private static void positive(Object event) {
    boolean ofWork = event instanceof MatterEvents;
    for (RecordComponent it : event.getClass().getRecordComponents()) {
      String what = event.getClass().getSimpleName() + "." + it.getName();
      switch (value(event, it)) {
        case Money money -> {
          assertThat(money.isNegative()).as(what).isFalse();
          // A minute at a cent an hour comes to nothing once it is rounded.
          boolean moved = List.of("amount", "disputedAmount").contains(it.getName()) && !ofWork;
          if (moved || List.of("rate", "cost").contains(it.getName())) {
            assertThat(money.isPositive()).as(what).isTrue();
          }
        }
        case BigDecimal quantity -> assertThat(quantity).as(what).isPositive();
        case Integer minutes when it.getName().equals("minutes") ->
            assertThat(minutes).as(what).isPositive();
        case null, default -> {}
      }
    }
  }

  private static @Nullable Object value(Object event, RecordComponent component) {
    try {
      return component.getAccessor().invoke(event);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** One practice with something of everything. */
  private static final class OneOfEach {
    private final Books books = new Books();
    private final TenantId tenant = Samples.fresh("trust");
    private final Matters file = Matters.matter().of(tenant);
    private final Invoices bill = invoice().from(proForma().of(tenant).on(file.id()));
    private final RetainerId retainer = RetainerId.random();
    private final ReceiptId receipt = ReceiptId.random();
    private final TrustAccountId trust = TrustAccountId.of(tenant);
    private final WorkItemId time = WorkItemId.random();

    OneOfEach() {
      books
          .given(file.opened(), bill.generated(), bill.sent())
          .after(log(time, 60, Money.cents(100)))
          .after(
              new AgreeRetainer(
                  retainer,
                  tenant,
                  file.id(),
                  RetainerType.MONTHLY,
                  Money.cents(100),
                  DAY,
                  null,
                  false,
                  20,
                  null))
          .after(deposit(Money.cents(5)))
          .after(receipt(receipt, Money.cents(5)))
          .after(new OpenTrustAccount(trust, tenant, sealed("trust bank"), DAY))
          .after(receive(Money.cents(5)));
    }

    /** Absent when it is not well-formed. */
    @Nullable TenantCommand command(int choice, int amount, int rate) {
      try {
        return wellFormed(choice, amount, Money.cents(amount), Money.cents(rate));
      } catch (IllegalArgumentException malformed) {
        return null;
      }
    }

    private TenantCommand wellFormed(int choice, int number, Money amount, Money rate) {
      WorkItemId item = WorkItemId.random();
      VatTreatment vat = VatTreatment.STANDARD;
      return switch (choice) {
        case 0 -> log(item, number, rate);
        case 1 ->
            new AmendTimeEntry(
                file.id(), tenant, time, DAY, number, rate, true, vat, sealed("x"), DAY);
        case 2 ->
            new LogService(
                file.id(),
                tenant,
                item,
                DAY,
                ServiceCategory.DRAFTING,
                BigDecimal.valueOf(number, 1),
                rate,
                vat,
                sealed("x"),
                DAY);
        case 3 ->
            new LogDisbursement(
                file.id(),
                tenant,
                item,
                DAY,
                DisbursementType.COURIER,
                amount,
                (int) rate.amount(),
                vat,
                sealed("x"),
                DAY);
        case 4 ->
            new RecordPayment(
                bill.id(), tenant, PaymentId.random(), amount, PaymentMethod.EFT, DAY, null, DAY);
        case 5 -> new WriteOffInvoice(bill.id(), tenant, amount, sealed("x"));
        case 6 ->
            new DraftCreditNote(
                CreditNoteId.random(),
                tenant,
                NoteKind.CREDIT,
                bill.id(),
                amount,
                NoteCategory.OTHER,
                null,
                sealed("x"));
        case 7 ->
            new OpenPaymentDispute(
                DisputeId.random(),
                tenant,
                bill.id(),
                DisputeType.OTHER,
                amount,
                sealed("x"),
                Channel.RECORDED_BY_ADVOCATE,
                "thandi");
        case 8 -> deposit(amount);
        case 9 ->
            new RefundRetainer(
                retainer, tenant, amount, DAY, Samples.note(file.id().value(), "x"), DAY);
        case 10 ->
            new DrawDownRetainer(retainer, tenant, bill.id(), PaymentId.random(), amount, DAY, DAY);
        case 11 -> receipt(ReceiptId.random(), amount);
        case 12 -> new RefundReceipt(receipt, tenant, amount, sealed("x"));
        case 13 -> new AllocateReceipt(receipt, tenant, bill.id(), PaymentId.random(), amount, DAY);
        case 14 -> receive(amount);
        case 15 ->
            new RefundTrustMoney(
                trust, tenant, UUID.randomUUID(), file.id(), amount, DAY, sealed("x"), DAY);
        case 16 ->
            new TransferTrustMoney(
                trust,
                tenant,
                UUID.randomUUID(),
                file.id(),
                bill.id(),
                TrustAuthorization.INVOICE_PAYMENT,
                amount,
                DAY,
                sealed("x"),
                DAY);
        default ->
            proForma()
                .of(tenant)
                .charging(
                    new OfferedLine(LineKind.FEE, null, BigDecimal.valueOf(number, 1), rate, vat))
                .draft();
      };
    }

    private LogTime log(WorkItemId item, int minutes, Money rate) {
      return new LogTime(
          file.id(),
          tenant,
          item,
          DAY,
          minutes,
          rate,
          true,
          VatTreatment.STANDARD,
          sealed("x"),
          DAY);
    }

    private DepositRetainer deposit(Money amount) {
      return new DepositRetainer(
          retainer, tenant, UUID.randomUUID(), amount, PaymentMethod.EFT, DAY, null, DAY);
    }

    private RecordReceipt receipt(ReceiptId id, Money amount) {
      return new RecordReceipt(id, tenant, amount, PaymentMethod.EFT, DAY, null, null, DAY);
    }

    private ReceiveTrustMoney receive(Money amount) {
      return new ReceiveTrustMoney(
          trust, tenant, UUID.randomUUID(), file.id(), amount, PaymentMethod.EFT, DAY, null, DAY);
    }
  }
}
