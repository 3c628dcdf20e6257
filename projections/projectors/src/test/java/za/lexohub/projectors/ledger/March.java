package za.lexohub.projectors.ledger;

import static za.lexohub.projectors.ledger.Month.line;
import static za.lexohub.projectors.ledger.Month.totals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.FeeType;
import za.lexohub.messages.matter.MatterEvents.DisbursementLogged;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterTermsSet;
import za.lexohub.messages.matter.MatterEvents.ServiceLogged;
import za.lexohub.messages.matter.MatterEvents.TimeLogged;
import za.lexohub.messages.matter.MatterEvents.WorkItemWrittenOff;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.work.DisbursementType;
import za.lexohub.messages.work.ServiceCategory;
import za.lexohub.messages.work.WorkItemId;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;

/** One practice's March of 2026 and what led to it and followed. */
final class March {

  final Month books;

  /** The position of the last event before the second payment of the invoice that is paid. */
  long beforeLastPayment;

  March(TestStores stores) {
    books = new Month(stores);
    MatterId matter = MatterId.random();
    books.on(
        "2026-01-15",
        matter.value(),
        new MatterOpened(
            matter,
            books.story.tenant,
            "JHB/2026/001",
            "litigation",
            Bar.JOHANNESBURG,
            books.party("Nomsa Dlamini"),
            books.story.attorney(),
            books.wording(0),
            false,
            null,
            LocalDate.of(2026, 1, 15)),
        new MatterTermsSet(
            matter,
            new MatterTerms(
                FeeType.HOURLY,
                Money.cents(1_000_000),
                null,
                null,
                false,
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2026, 4, 8),
                null)));
    work(matter);
    invoices(matter);
    quotes();
  }

  private void work(MatterId matter) {
    WorkItemId billed = WorkItemId.random();
    WorkItemId lost = WorkItemId.random();
    books.on("2026-02-20", matter.value(), time(matter, "2026-02-20", 90, 375_000, true));
    books.on(
        "2026-03-02",
        matter.value(),
        new TimeLogged(
            matter,
            billed,
            LocalDate.of(2026, 3, 2),
            60,
            Money.cents(100_000),
            Money.cents(100_000),
            true,
            VatTreatment.STANDARD,
            books.story.note("talk")),
        service(matter, lost, "2026-03-03", 50_000),
        time(matter, "2026-03-10", 60, 250_000, false),
        service(matter, WorkItemId.random(), "2026-03-20", 150_000),
        new DisbursementLogged(
            matter,
            WorkItemId.random(),
            LocalDate.of(2026, 3, 25),
            DisbursementType.COURIER,
            Money.cents(11_000),
            0,
            Money.cents(11_000),
            VatTreatment.EXEMPT,
            books.story.note("courier")),
        new WorkItemWrittenOff(matter, lost, Money.cents(50_000), books.story.note("kind")),
        new MatterInvoiced(
            matter,
            InvoiceId.random(),
            InvoiceSource.MATTER_WIP,
            InvoiceType.INTERIM,
            1,
            List.of(billed)));
  }

  private TimeLogged time(MatterId matter, String day, int minutes, long cents, boolean billable) {
    return new TimeLogged(
        matter,
        WorkItemId.random(),
        LocalDate.parse(day),
        minutes,
        Money.cents(250_000),
        Money.cents(cents),
        billable,
        VatTreatment.STANDARD,
        books.story.note("talk"));
  }

  private ServiceLogged service(MatterId matter, WorkItemId item, String day, long cents) {
    return new ServiceLogged(
        matter,
        item,
        LocalDate.parse(day),
        ServiceCategory.DRAFTING,
        BigDecimal.ONE,
        Money.cents(cents),
        Money.cents(cents),
        VatTreatment.STANDARD,
        books.story.note("heads"));
  }

  private void invoices(MatterId matter) {
    Month.Bill old =
        books
        .new Bill(
            "2025-12-01",
            "2025-12-31",
            totals(2_000_000, 0, 0, 300_000),
            true,
            "nomsa dlamini",
            line(LineKind.FEE, 2_000_000, VatTreatment.STANDARD));
    Month.Bill paid =
        books
        .new Bill(
            "2026-02-10",
            "2026-03-12",
            totals(1_000_000, 0, 0, 150_000),
            true,
            "Nomsa Dlamini",
            matter,
            line(LineKind.FEE, 1_000_000, VatTreatment.STANDARD));
    Month.Bill wrong =
        books
        .new Bill(
            "2026-03-01",
            "2026-03-31",
            totals(500_000, 0, 0, 75_000),
            true,
            "Nomsa Dlamini",
            line(LineKind.FEE, 500_000, VatTreatment.STANDARD));
    books.on(
        "2026-03-02",
        wrong.id.value(),
        new InvoiceVoided(wrong.id, "INV-3", null, books.story.note("slip")));
    Month.Bill mixed =
        books
        .new Bill(
            "2026-03-03",
            "2026-04-02",
            totals(333_333, 100_000, 33_333, 45_000),
            true,
            "Botha",
            line(LineKind.FEE, 333_333, VatTreatment.STANDARD),
            line(LineKind.DISBURSEMENT, 100_000, VatTreatment.EXEMPT));
    paid.pays("2026-03-05", 600_000, PaymentMethod.EFT);
    PaymentId bounced = mixed.pays("2026-03-10", 445_000, PaymentMethod.RETAINER);
    mixed.reverses(Instant.parse("2026-03-15T21:30:00Z"), bounced, 445_000);
    old.credited("2026-03-16", 230_000, 30_000);
    old.debited("2026-03-17", 115_000, 15_000);
    beforeLastPayment = books.head();
    paid.pays("2026-03-20", 550_000, PaymentMethod.EFT);
    Month.Bill outside =
        books
        .new Bill(
            "2026-03-30",
            "2026-03-31",
            totals(100_000, 0, 0, 0),
            false,
            "Botha",
            line(LineKind.FEE, 100_000, VatTreatment.STANDARD));
    outside.pays("2026-03-31", 40_000, PaymentMethod.TRUST_TRANSFER);
    // Half past midnight of 1 April in South Africa.
    mixed.writesOff(Instant.parse("2026-03-31T22:30:00Z"), 45_000);
    mixed.pays("2026-04-01", 200_000, PaymentMethod.EFT);
  }

  private void quotes() {
    for (String fate : List.of("DRAFT", "ACCEPTED", "DECLINED", "EXPIRED")) {
      ProFormaId id = ProFormaId.random();
      Story story = books.story;
      books.on(
          "2026-03-01",
          id.value(),
          new ProFormaDrafted(
              id,
              story.tenant,
              "PF-" + fate,
              null,
              story.client(),
              story.attorney(),
              story.wording(),
              "litigation",
              story.offer(),
              LocalDate.of(2026, 3, 1),
              LocalDate.of(2026, 4, 1)));
      if (fate.equals("DRAFT")) {
        continue;
      }
      Instant now = Instant.parse("2026-03-02T10:00:00Z");
      books.on(
          "2026-03-02",
          id.value(),
          new ProFormaSent(
              id,
              1,
              story.attorney(),
              story.hash(fate),
              1,
              Story.TOTALS.total(),
              LocalDate.of(2026, 4, 1),
              now));
      books.on(
          "2026-03-06",
          id.value(),
          switch (fate) {
            case "ACCEPTED" ->
                new ProFormaAccepted(
                    id, story.tenant, 1, 1, null, story.offer(), Channel.PUBLIC_LINK, "x", now);
            case "DECLINED" -> new ProFormaDeclined(id, null, Channel.PUBLIC_LINK, "x", now);
            default -> new ProFormaExpired(id, ExpiryPhase.OFFER, now);
          });
    }
  }
}
