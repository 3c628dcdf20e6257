package za.lexohub.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.invoice.Invoices.DUE;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.creditnote.CreditNoteCommands.DraftCreditNote;
import za.lexohub.messages.creditnote.CreditNoteCommands.IssueCreditNote;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteIssued;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.creditnote.NoteCategory;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.dispute.DisputeType;
import za.lexohub.messages.dispute.PaymentDisputeCommands.OpenPaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeCommands.ResolvePaymentDispute;
import za.lexohub.messages.invoice.InvoiceCommands.MarkInvoiceOverdue;
import za.lexohub.messages.invoice.InvoiceCommands.SendInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.VoidInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.WriteOffInvoice;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.Channel;

/** Whatever is asked of an issued invoice, its books stay true (I3, I5, I14, I18, I22). */
class AccountPropertiesTest {
  private final Books books = new Books();
  private final List<PaymentId> payments = new ArrayList<>();
  private final List<CreditNoteId> notes = new ArrayList<>();
  private final List<DisputeId> disputes = new ArrayList<>();

  @Property(tries = 80)
  void whatWasBilledIsWhatWasPaidCreditedWrittenOffAndIsOpen(
      @ForAll @Size(min = 3, max = 30) List<@IntRange(max = 11) Integer> choices,
      @ForAll @Size(value = 30) List<@LongRange(min = 1, max = 3_162_500) Long> amounts) {
    payments.clear();
    notes.clear();
    disputes.clear();
    Invoices inv = invoice().from(proForma().of(Samples.fresh("jhb")));
    books.given(inv.proForma().untilValidated(inv.proForma().offer()));
    books.given(inv.generated(), inv.sent());
    for (int i = 0; i < choices.size(); i++) {
      int seen = books.stream(inv.id()).size();
      Books.Outcome outcome = books.when(command(inv, choices.get(i), amounts.get(i)));
      if (outcome.refusal() != null) {
        assertThat(outcome.refusal()).isInstanceOf(RuleViolated.class);
        assertThat(books.stream(inv.id())).hasSize(seen);
      }
    }

    balances(inv);
    states(inv);
    vat(inv);
  }

  private TenantCommand command(Invoices inv, int choice, long cents) {
    TenantId tenant = inv.tenant();
    Money amount = Money.cents(cents);
    return switch (choice) {
      case 0, 1 -> {
        payments.add(PaymentId.random());
        yield inv.pay(payments.getLast(), cents);
      }
      case 2 -> inv.reverse(any(payments, PaymentId.random(), cents), DUE.plusDays(cents % 3));
      case 3 -> new WriteOffInvoice(inv.id(), tenant, amount, sealed("x"));
      case 4, 5 -> {
        notes.add(CreditNoteId.random());
        yield new DraftCreditNote(
            notes.getLast(),
            tenant,
            choice == 4 ? NoteKind.CREDIT : NoteKind.DEBIT,
            inv.id(),
            amount,
            NoteCategory.OTHER,
            null,
            sealed("x"));
      }
      case 6, 7 ->
          notes.isEmpty()
              ? inv.send(DATE, DATE)
              : books.stream(notes.getLast()).isEmpty()
                  ? new MarkInvoiceOverdue(inv.id(), tenant, DUE)
                  : new IssueCreditNote(notes.getLast(), tenant, DATE);
      case 8 -> {
        disputes.add(DisputeId.random());
        yield new OpenPaymentDispute(
            disputes.getLast(),
            tenant,
            inv.id(),
            DisputeType.OTHER,
            amount,
            sealed("x"),
            Channel.values()[0],
            "attorney");
      }
      case 9 ->
          disputes.isEmpty() || books.stream(disputes.getLast()).isEmpty()
              ? new MarkInvoiceOverdue(inv.id(), tenant, DUE.plusDays(1))
              : new ResolvePaymentDispute(
                  disputes.getLast(), tenant, DisputeResolution.SETTLED, null);
      case 10 -> new VoidInvoice(inv.id(), tenant, sealed("x"));
      default -> new SendInvoice(inv.id(), tenant, DATE, DATE, Invoices.AT);
    };
  }

  private static <T> T any(List<T> list, T otherwise, long seed) {
    return list.isEmpty() ? otherwise : list.get((int) (seed % list.size()));
  }

  /** An arithmetic of its own beside the account's. */
  private void balances(Invoices inv) {
    long open = inv.totals().total().amount();
    for (Object event : books.stream(inv.id())) {
      switch (event) {
        case PaymentRecorded it -> {
          open -= it.amount().amount();
          assertThat(it.balanceAfter().amount()).isEqualTo(open);
        }
        case PaymentReversed it -> {
          open += it.amount().amount();
          assertThat(it.balanceAfter().amount()).isEqualTo(open);
        }
        case CreditNoteApplied it -> {
          open -= it.amount().amount();
          assertThat(it.balanceAfter().amount()).isEqualTo(open);
        }
        case DebitNoteApplied it -> {
          open += it.amount().amount();
          assertThat(it.balanceAfter().amount()).isEqualTo(open);
        }
        case InvoiceWrittenOff it -> {
          open -= it.amount().amount();
          assertThat(it.balanceAfter().amount()).isEqualTo(open);
        }
        case InvoicePaid it -> assertThat(open).isZero();
        case InvoiceSettled it -> assertThat(open).isZero();
        case InvoiceReopened it -> assertThat(it.balance().amount()).isEqualTo(open).isPositive();
        case InvoiceBecameOverdue it ->
            assertThat(it.balance().amount()).isEqualTo(open).isPositive();
        case InvoiceDisputed it ->
            assertThat(it.disputedAmount().amount()).isLessThanOrEqualTo(open);
        default -> {}
      }
      assertThat(open).isNotNegative();
    }
  }

  private enum State {
    OPEN,
    SETTLED,
    WRITTEN_OFF,
    VOID
  }

  /** From settled only a reversal or a debit note leads away; from void nothing. */
  private void states(Invoices inv) {
    State state = State.OPEN;
    int sent = 0;
    boolean disputed = false;
    for (Object event : books.stream(inv.id())) {
      switch (event) {
        case InvoiceSent it -> sent++;
        case PaymentRecorded it -> assertThat(state).isEqualTo(State.OPEN);
        case InvoicePaid it -> state = State.SETTLED;
        case InvoiceSettled it -> state = State.SETTLED;
        case CreditNoteApplied it -> assertThat(state).isEqualTo(State.OPEN);
        case DebitNoteApplied it -> assertThat(state).isIn(State.OPEN, State.SETTLED);
        case PaymentReversed it -> assertThat(state).isNotEqualTo(State.VOID);
        case InvoiceReopened it -> {
          assertThat(state).isIn(State.SETTLED, State.WRITTEN_OFF);
          state = State.OPEN;
        }
        case InvoiceWrittenOff it -> {
          assertThat(state).isEqualTo(State.OPEN);
          state = it.balanceAfter().isZero() ? State.WRITTEN_OFF : State.OPEN;
        }
        case InvoiceVoided it -> {
          assertThat(state).isEqualTo(State.OPEN);
          state = State.VOID;
        }
        case InvoiceDisputed it -> {
          assertThat(disputed).isFalse();
          assertThat(state).isEqualTo(State.OPEN);
          disputed = true;
        }
        case InvoiceDisputeResolved it -> {
          assertThat(disputed).isTrue();
          disputed = false;
        }
        default -> {}
      }
    }
    assertThat(sent).isOne();
  }

  /** The VAT in all notes is that of their sum, half up to the cent, and never negative. */
  private void vat(Invoices inv) {
    for (NoteKind kind : NoteKind.values()) {
      long sum = 0;
      long vat = 0;
      for (Object event : books.stream(inv.id())) {
        CreditNoteId note =
            switch (event) {
              case CreditNoteApplied it when kind == NoteKind.CREDIT -> it.creditNoteId();
              case DebitNoteApplied it when kind == NoteKind.DEBIT -> it.creditNoteId();
              default -> null;
            };
        if (note != null) {
          CreditNoteIssued issued =
              books.stream(note).stream()
                  .filter(CreditNoteIssued.class::isInstance)
                  .map(CreditNoteIssued.class::cast)
                  .findFirst()
                  .orElseThrow();
          sum += issued.amount().amount();
          vat += issued.vatPortion().amount();
          assertThat(issued.vatPortion().amount())
              .isNotNegative()
              .isLessThanOrEqualTo(issued.amount().amount());
          assertThat(vat).isEqualTo(Math.round(sum * 412_500 / 3_162_500.0));
        }
      }
    }
  }
}
