package za.lexohub.projectors.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.invoice.InvoiceEvents;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePartiallyPaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.projectors.Story;

/**
 * An invoice's life as chance has it, with the events that its account would say: it keeps no books
 * but what is open.
 */
final class RandomAccount {

  private record Standing(PaymentId id, long cents) {}

  private final Story story;
  private final Random chance;
  private final List<InvoiceEvents> life = new ArrayList<>();
  private final List<Standing> standing = new ArrayList<>();
  private long open;
  private boolean isWrittenOff;
  private boolean isUntouched = true;
  private int notes;

  RandomAccount(Story story, long seed) {
    this.story = story;
    this.chance = new Random(seed);
    open = story.invoiceSent().totals().total().amount();
    life.add(story.invoiceGenerated());
    life.add(story.invoiceSent());
  }

  List<InvoiceEvents> life(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
    }
    if (isUntouched && chance.nextBoolean()) {
      life.add(
          new InvoiceVoided(
              story.invoiceId, "INV-2024-0001", story.proFormaId, story.note("wrong")));
    }
    return life;
  }

  private void step() {
    switch (chance.nextInt(6)) {
      case 0, 1 -> pay();
      case 2 -> reverse();
      case 3 -> credit();
      case 4 -> debit();
      default -> writeOff();
    }
  }

  /** By whatever method: out of a receipt, a retainer or the trust account as well. */
  private void pay() {
    if (open == 0) {
      return;
    }
    long cents = part();
    PaymentId id = PaymentId.random();
    PaymentMethod[] methods = PaymentMethod.values();
    LocalDate on = LocalDate.of(2024, 9, 1).plusDays(chance.nextInt(90));
    open -= cents;
    standing.add(new Standing(id, cents));
    add(
        new PaymentRecorded(
            story.invoiceId,
            id,
            Money.cents(cents),
            methods[chance.nextInt(methods.length)],
            on,
            null,
            Money.cents(open)));
    add(
        open == 0
            ? new InvoicePaid(story.invoiceId, Money.cents(paid()), on)
            : new InvoicePartiallyPaid(story.invoiceId, Money.cents(paid()), Money.cents(open)));
  }

  private void reverse() {
    if (standing.isEmpty()) {
      return;
    }
    Standing payment = standing.remove(chance.nextInt(standing.size()));
    boolean wasSettled = open == 0;
    open += payment.cents();
    add(
        new PaymentReversed(
            story.invoiceId,
            payment.id(),
            Money.cents(payment.cents()),
            story.note("bounced"),
            Money.cents(open)));
    reopened(wasSettled);
  }

  private void credit() {
    if (open == 0) {
      return;
    }
    long cents = part();
    open -= cents;
    add(
        new CreditNoteApplied(
            story.invoiceId,
            CreditNoteId.random(),
            "CN-" + ++notes,
            notes,
            Money.cents(cents),
            Money.cents(open)));
    if (open == 0) {
      add(new InvoiceSettled(story.invoiceId, LocalDate.of(2024, 12, 1)));
    }
  }

  private void debit() {
    if (isWrittenOff) {
      return;
    }
    boolean wasSettled = open == 0;
    long cents = 1 + chance.nextInt(1_000_000);
    open += cents;
    add(
        new DebitNoteApplied(
            story.invoiceId,
            CreditNoteId.random(),
            "DN-" + ++notes,
            notes,
            Money.cents(cents),
            Money.cents(open)));
    reopened(wasSettled);
  }

  private void writeOff() {
    if (open == 0) {
      return;
    }
    long cents = part();
    open -= cents;
    isWrittenOff = open == 0;
    add(
        new InvoiceWrittenOff(
            story.invoiceId, Money.cents(cents), story.note("hopeless"), Money.cents(open)));
  }

  private void reopened(boolean wasSettled) {
    if (wasSettled) {
      isWrittenOff = false;
      add(new InvoiceReopened(story.invoiceId, Money.cents(open), story.invoiceSent().dueDate()));
    }
  }

  private void add(InvoiceEvents event) {
    isUntouched = false;
    life.add(event);
  }

  private long paid() {
    return standing.stream().mapToLong(Standing::cents).sum();
  }

  /** Often all of it. */
  private long part() {
    return chance.nextInt(3) == 0 ? open : 1 + chance.nextLong(open);
  }
}
