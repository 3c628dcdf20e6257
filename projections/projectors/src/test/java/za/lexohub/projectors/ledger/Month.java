package za.lexohub.projectors.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteDrafted;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteIssued;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.creditnote.NoteCategory;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocated;
import za.lexohub.messages.receipt.ReceiptId;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.claims.ClaimProjector;
import za.lexohub.projectors.invoice.InvoiceProjector;
import za.lexohub.projectors.matter.MatterProjector;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.projectors.proforma.ProFormaProjector;
import za.lexohub.projectors.work.WorkItemProjector;
import za.lexohub.readmodels.claims.CreditNoteRows;
import za.lexohub.readmodels.claims.DisputeRows;
import za.lexohub.readmodels.claims.ReceiptRows;
import za.lexohub.readmodels.invoice.InvoiceRows;
import za.lexohub.readmodels.ledger.LedgerRows;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.proforma.ProFormaRows;
import za.lexohub.readmodels.work.WorkItemRows;

/** One practice's books, written event by event, each at its own time and position. */
final class Month {

  static final ZoneId SOUTH_AFRICA = ZoneId.of("Africa/Johannesburg");

  final Story story = new Story();
  final String tenant = story.tenant.value();
  private final List<AnnotationEventHandlerAdapter> projectors = new ArrayList<>();
  private final Map<UUID, Long> next = new HashMap<>();
  private long position;
  private int numbers;

  Month(TestStores stores) {
    OpenedText opened = new OpenedText(story.vault);
    PublishedPositions positions = new PublishedPositions(stores.jdbc);
    for (Object projector :
        List.of(
            new LedgerProjector(new LedgerRows(stores.scope), positions),
            new InvoiceProjector(new InvoiceRows(stores.scope), opened, positions),
            new MatterProjector(new MatterRows(stores.scope), opened, positions),
            new WorkItemProjector(new WorkItemRows(stores.scope), opened, positions),
            new ProFormaProjector(new ProFormaRows(stores.scope), opened, positions),
            new ClaimProjector(
                new CreditNoteRows(stores.scope),
                new DisputeRows(stores.scope),
                new ReceiptRows(stores.scope),
                opened,
                positions))) {
      projectors.add(new AnnotationEventHandlerAdapter(projector));
    }
  }

  /** At noon, South African time. */
  void on(String day, UUID aggregate, DomainEvent... events) {
    at(LocalDate.parse(day).atTime(12, 0).atZone(SOUTH_AFRICA).toInstant(), aggregate, events);
  }

  void at(Instant time, UUID aggregate, DomainEvent... events) {
    for (DomainEvent event : events) {
      long sequence = next.merge(aggregate, 1L, Long::sum) - 1;
      var message =
          new GenericTrackedDomainEventMessage<>(
              new GlobalSequenceTrackingToken(++position),
              new GenericDomainEventMessage<>(
                  "Aggregate",
                  aggregate.toString(),
                  sequence,
                  event,
                  MetaData.with("tenant", tenant),
                  UUID.randomUUID().toString(),
                  time));
      for (AnnotationEventHandlerAdapter projector : projectors) {
        try {
          projector.handle(message);
        } catch (RuntimeException e) {
          throw e;
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** The position of the last event. */
  long head() {
    return position;
  }

  /** An invoice on that day, as its account goes on. */
  final class Bill {

    final InvoiceId id = InvoiceId.random();
    private final String date;
    private final Totals totals;
    private long open;

    Bill(String date, String due, Totals totals, boolean vendor, String client, Line... lines) {
      this(date, due, totals, vendor, client, null, lines);
    }

    Bill(
        String date,
        String due,
        Totals totals,
        boolean vendor,
        String client,
        @Nullable MatterId matter,
        Line... lines) {
      this.date = date;
      this.totals = totals;
      open = totals.total().amount();
      String number = "INV-" + ++numbers;
      LocalDate day = LocalDate.parse(date);
      LocalDate dueDate = LocalDate.parse(due);
      PaymentTerm term = new PaymentTerm("CUSTOM", 30);
      Party attorney = story.attorney();
      on(
          date,
          id.value(),
          new InvoiceGenerated(
              id,
              story.tenant,
              number,
              InvoiceSource.FIXED_FEE,
              null,
              0,
              matter,
              "litigation",
              InvoiceType.FINAL,
              supplier(vendor),
              party(client),
              attorney,
              wording(lines.length),
              List.of(lines),
              totals,
              term,
              day,
              dueDate),
          new InvoiceSent(
              id,
              story.tenant,
              number,
              matter,
              attorney,
              totals,
              term,
              day,
              dueDate,
              day.atStartOfDay(SOUTH_AFRICA).toInstant()));
    }

    PaymentId pays(String day, long cents, PaymentMethod method) {
      PaymentId payment = PaymentId.random();
      open -= cents;
      LocalDate paidOn = LocalDate.parse(day);
      on(
          day,
          id.value(),
          new PaymentRecorded(id, payment, Money.cents(cents), method, paidOn, null, left()));
      if (open == 0) {
        on(day, id.value(), new InvoicePaid(id, totals.total(), paidOn));
      }
      return payment;
    }

    /** Recorded on another day than that on which it came in. */
    void paysLate(String day, String came, long cents) {
      open -= cents;
      on(day, id.value(), payment(PaymentId.random(), LocalDate.parse(came), cents));
    }

    /** Out of a receipt, all of it, which came in before. */
    PaymentId allocates(String day, ReceiptId receipt, String came, long cents) {
      PaymentId payment = PaymentId.random();
      open -= cents;
      LocalDate receivedOn = LocalDate.parse(came);
      Money amount = Money.cents(cents);
      on(day, receipt.value(), new ReceiptAllocated(receipt, id, payment, amount, Money.ZERO));
      on(day, id.value(), payment(payment, receivedOn, cents));
      if (open == 0) {
        on(day, id.value(), new InvoicePaid(id, totals.total(), receivedOn));
      }
      return payment;
    }

    private PaymentRecorded payment(PaymentId payment, LocalDate came, long cents) {
      return new PaymentRecorded(
          id, payment, Money.cents(cents), PaymentMethod.EFT, came, null, left());
    }

    void reverses(Instant at, PaymentId payment, long cents) {
      open += cents;
      at(
          at,
          id.value(),
          new PaymentReversed(id, payment, Money.cents(cents), story.note("bounced"), left()),
          new InvoiceReopened(id, left(), LocalDate.parse(date)));
    }

    void writesOff(Instant at, long cents) {
      open -= cents;
      at(
          at,
          id.value(),
          new InvoiceWrittenOff(id, Money.cents(cents), story.note("hopeless"), left()));
    }

    void credited(String day, long cents, long vat) {
      open -= cents;
      note(day, NoteKind.CREDIT, cents, vat);
    }

    void debited(String day, long cents, long vat) {
      open += cents;
      note(day, NoteKind.DEBIT, cents, vat);
    }

    private void note(String day, NoteKind kind, long cents, long vat) {
      CreditNoteId note = CreditNoteId.random();
      String number = kind + "-1";
      Money amount = Money.cents(cents);
      on(
          day,
          note.value(),
          new CreditNoteDrafted(
              note, story.tenant, kind, id, amount, NoteCategory.OTHER, null, story.note("wrong")),
          new CreditNoteIssued(
              note,
              number,
              "INV",
              supplier(true),
              amount,
              Money.cents(vat),
              left(),
              LocalDate.parse(day),
              1));
      on(
          day,
          id.value(),
          kind == NoteKind.CREDIT
              ? new CreditNoteApplied(id, note, number, 1, amount, left())
              : new DebitNoteApplied(id, note, number, 1, amount, left()));
    }

    Money left() {
      return Money.cents(open);
    }
  }

  static Totals totals(long fees, long disbursements, long discount, long vat) {
    long subtotal = fees + disbursements - discount;
    return new Totals(
        Money.cents(fees),
        Money.cents(disbursements),
        Money.cents(discount),
        Money.cents(subtotal),
        vat == 0 ? 0 : 1500,
        Money.cents(vat),
        Money.cents(subtotal + vat),
        Totals.HALF_UP_PER_DOCUMENT);
  }

  static Line line(LineKind kind, long cents, VatTreatment treatment) {
    return new Line(kind, null, BigDecimal.ONE, Money.cents(cents), Money.cents(cents), treatment);
  }

  Party party(String name) {
    return story.vault.seal(story.tenant, UUID.randomUUID(), PartyDetails.of(name, "x@y.example"));
  }

  PersonalData wording(int lines) {
    return story.vault.seal(
        story.tenant,
        UUID.randomUUID(),
        new Wording("Title", null, null, Collections.nCopies(lines, "Line")));
  }

  private Supplier supplier(boolean vendor) {
    return new Supplier(
        Bar.JOHANNESBURG,
        vendor,
        story.vault.seal(
            story.tenant,
            UUID.randomUUID(),
            (Object)
                new SupplierDetails("Adv T", "t@m.example", null, "Sandton", "P1", null, null)));
  }
}
