package za.lexohub.benchmarks.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePartiallyPaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.TimeLogged;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestSubmitted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidated;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.RequestedAction;
import za.lexohub.messages.proforma.Urgency;
import za.lexohub.messages.work.WorkItemId;

/**
 * Matters on which work is done, quoted, invoiced and paid: {@value #EVENTS} events each, with what
 * is personal sealed by a real vault. A few dozen of them go on at a time, an event here and an
 * event there.
 */
public final class Lives {

  static final int EVENTS = 24;
  private static final int AT_ONCE = 48;
  private static final int TIMES = 6;
  private static final Instant BEGAN = Instant.parse("2026-03-02T08:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Money TOTAL = SealedPractice.TOTALS.total();
  private static final Money PART = Money.cents(1_000_000);
  private final PersonalDataVault vault;
  private final int tenants;
  private final List<SealedPractice> practices = new ArrayList<>();
  private final Deque<Deque<DomainEventMessage<?>>> open = new ArrayDeque<>();
  private int begun;

  /**
   * @param tenants practices that take turns
   */
  public Lives(PersonalDataVault vault, int tenants) {
    this.vault = vault;
    this.tenants = tenants;
  }

  /** The next event of one of the matters. Never the last. */
  DomainEventMessage<?> next() {
    while (open.size() < AT_ONCE) {
      open.addLast(life());
    }
    Deque<DomainEventMessage<?>> life = open.removeFirst();
    DomainEventMessage<?> event = life.removeFirst();
    if (!life.isEmpty()) {
      open.addLast(life);
    }
    return event;
  }

  /** The next so many. */
  public List<DomainEventMessage<?>> next(int events) {
    List<DomainEventMessage<?>> next = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      next.add(next());
    }
    return next;
  }

  private Deque<DomainEventMessage<?>> life() {
    int number = begun++;
    if (practices.size() < tenants) {
      practices.add(SealedPractice.numbered(practices.size(), vault));
    }
    SealedPractice practice = practices.get(number % practices.size());
    TenantId tenant = practice.id();
    MatterId matter = MatterId.random();
    ProFormaId proForma = ProFormaId.random();
    InvoiceId invoice = InvoiceId.forProForma(proForma, 1);
    Life life = new Life(tenant);
    life.matter(
        matter,
        new MatterOpened(
            matter,
            tenant,
            "JHB/2026/%06d".formatted(number),
            "Commercial litigation",
            Bar.JOHANNESBURG,
            practice.client(),
            practice.attorney(),
            practice.wording(),
            false,
            "2026/" + number,
            DAY));
    for (int i = 0; i < TIMES; i++) {
      life.matter(
          matter,
          new TimeLogged(
              matter,
              new WorkItemId(UUID.randomUUID()),
              DAY.plusDays(i),
              60,
              PART,
              PART,
              true,
              VatTreatment.STANDARD,
              practice.text()));
    }
    quote(life, practice, matter, proForma, number);
    invoice(life, practice, matter, proForma, invoice, number);
    if (life.events.size() != EVENTS) {
      throw new IllegalStateException("a life has " + life.events.size() + " events");
    }
    return life.events;
  }

  private static void quote(
      Life life, SealedPractice practice, MatterId matter, ProFormaId proForma, int number) {
    life.proForma(
        proForma,
        new ProFormaRequested(
            proForma,
            practice.id(),
            practice.client(),
            practice.wording(),
            "Commercial litigation",
            Urgency.HIGH,
            RequestedAction.PRO_FORMA,
            "submit-" + proForma,
            1,
            BEGAN.plusSeconds(604_800)));
    life.proForma(
        proForma,
        new ProFormaRequestSubmitted(
            proForma,
            practice.client(),
            practice.attorney(),
            practice.wording(),
            "Commercial litigation",
            Urgency.HIGH,
            BEGAN));
    life.proForma(
        proForma,
        new ProFormaDrafted(
            proForma,
            practice.id(),
            "PF-2026-%06d".formatted(number),
            matter,
            practice.client(),
            practice.attorney(),
            practice.wording(),
            "Commercial litigation",
            practice.offer(),
            DAY,
            DAY.plusDays(30)));
    life.proForma(
        proForma,
        new ProFormaSent(
            proForma,
            1,
            practice.attorney(),
            "respond-" + proForma,
            1,
            TOTAL,
            DAY.plusDays(30),
            BEGAN));
    life.proForma(
        proForma,
        new ProFormaAccepted(
            proForma,
            practice.id(),
            1,
            1,
            matter,
            practice.offer(),
            Channel.PUBLIC_LINK,
            "attorney",
            BEGAN));
    life.proForma(proForma, new ProFormaValidated(proForma, 1, InvoiceId.forProForma(proForma, 1)));
  }

  private static void invoice(
      Life life,
      SealedPractice practice,
      MatterId matter,
      ProFormaId proForma,
      InvoiceId invoice,
      int number) {
    PaymentTerm term = new PaymentTerm("JHB_60", 60);
    String printed = "INV-2026-%06d".formatted(number);
    life.invoice(
        invoice,
        new InvoiceGenerated(
            invoice,
            practice.id(),
            printed,
            InvoiceSource.PRO_FORMA,
            proForma,
            1,
            matter,
            "Commercial litigation",
            InvoiceType.FINAL,
            practice.supplier(),
            practice.client(),
            practice.attorney(),
            practice.wording(),
            SealedPractice.lines(),
            SealedPractice.TOTALS,
            term,
            DAY,
            DAY.plusDays(60)));
    life.invoice(invoice, new InvoicePdfRequested(invoice, PdfKind.DRAFT, 1));
    life.invoice(
        invoice,
        new InvoicePdfStored(
            invoice, PdfKind.DRAFT, 1, "invoices/" + invoice, "ab".repeat(32), 40_000, "t1", "1"));
    life.invoice(
        invoice,
        new InvoiceNotificationRequested(invoice, "invoice-generated", Recipient.ADVOCATE, 1));
    life.invoice(
        invoice,
        new InvoiceNotificationSent(
            invoice, "invoice-generated", Recipient.ADVOCATE, 1, "m-" + number));
    life.proForma(proForma, new ProFormaConvertedToInvoice(proForma, 1, invoice));
    life.invoice(
        invoice,
        new InvoiceSent(
            invoice,
            practice.id(),
            printed,
            matter,
            practice.attorney(),
            SealedPractice.TOTALS,
            term,
            DAY,
            DAY.plusDays(60),
            BEGAN));
    Money rest = Money.cents(TOTAL.amount() - PART.amount());
    life.invoice(invoice, payment(invoice, PART, rest));
    life.invoice(invoice, new InvoicePartiallyPaid(invoice, PART, rest));
    life.invoice(invoice, payment(invoice, rest, Money.ZERO));
    life.invoice(invoice, new InvoicePaid(invoice, TOTAL, DAY.plusDays(20)));
  }

  private static PaymentRecorded payment(InvoiceId invoice, Money amount, Money balance) {
    return new PaymentRecorded(
        invoice, PaymentId.random(), amount, PaymentMethod.EFT, DAY.plusDays(20), null, balance);
  }

  /** The events of one matter and its papers, each with the next sequence of its aggregate. */
  private static final class Life {
    private final Deque<DomainEventMessage<?>> events = new ArrayDeque<>();
    private final Map<Object, Long> sequences = new HashMap<>();
    private final TenantId tenant;

    Life(TenantId tenant) {
      this.tenant = tenant;
    }

    void matter(MatterId id, DomainEvent event) {
      add("Matter", id, event);
    }

    void proForma(ProFormaId id, DomainEvent event) {
      add("ProForma", id, event);
    }

    void invoice(InvoiceId id, DomainEvent event) {
      add("Invoice", id, event);
    }

    private void add(String type, Object id, DomainEvent event) {
      long sequence = sequences.merge(id, 1L, Long::sum) - 1;
      events.add(
          new GenericDomainEventMessage<>(
              type,
              id.toString(),
              sequence,
              event,
              Map.of(
                  MetadataKeys.TENANT, tenant.value(),
                  MetadataKeys.ACTOR_TYPE, "ADVOCATE",
                  MetadataKeys.ACTOR_ID, tenant.value(),
                  MetadataKeys.CORRELATION_ID, id.toString(),
                  MetadataKeys.CAUSATION_ID, id.toString())));
    }
  }
}
