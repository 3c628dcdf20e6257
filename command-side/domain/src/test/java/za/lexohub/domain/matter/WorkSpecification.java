package za.lexohub.domain.matter;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.FeeType;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.work.DisbursementType;
import za.lexohub.messages.work.ServiceCategory;
import za.lexohub.messages.work.WorkCommands.*;

/** An active matter, two pieces of work, and what may be asked of them once they are logged. */
abstract class WorkSpecification {
  static final Matters BRIEF = matter();
  static final MatterId ID = BRIEF.id();
  static final TenantId JHB = Samples.JHB;
  static final LocalDate TODAY = Work.TODAY;
  static final Work ONE = Work.on(BRIEF);
  static final Work OTHER = Work.on(BRIEF);
  static final InvoiceId INVOICE = InvoiceId.random();

  final Specification<Matter> active = Specification.of(Matter.class).given(BRIEF.opened());

  static MatterInvoiced invoiced(Work... items) {
    return new MatterInvoiced(
        ID,
        INVOICE,
        InvoiceSource.MATTER_WIP,
        InvoiceType.INTERIM,
        1,
        List.of(items).stream().map(Work::id).toList());
  }

  static MatterInvoiceReleased released(Work... items) {
    return new MatterInvoiceReleased(ID, INVOICE, List.of(items).stream().map(Work::id).toList());
  }

  static MatterTermsSet terms(long estimate, long cap) {
    return new MatterTermsSet(
        ID,
        new MatterTerms(
            FeeType.HOURLY,
            Money.cents(estimate),
            Money.cents(cap),
            null,
            false,
            null,
            null,
            null));
  }

  static MatterTermsSet hourly(long cents) {
    return new MatterTermsSet(
        ID,
        new MatterTerms(FeeType.HOURLY, null, null, Money.cents(cents), false, null, null, null));
  }

  static AmendTimeEntry amendTime(Work work, int minutes, boolean billable) {
    return new AmendTimeEntry(
        ID,
        JHB,
        work.id(),
        TODAY,
        minutes,
        Money.cents(100_000),
        billable,
        VatTreatment.EXEMPT,
        sealed("other"),
        TODAY);
  }

  static AmendService amendService(Work work) {
    return new AmendService(
        ID,
        JHB,
        work.id(),
        TODAY,
        ServiceCategory.RESEARCH,
        new BigDecimal("1.5"),
        Money.cents(101),
        VatTreatment.STANDARD,
        sealed("other"),
        TODAY);
  }

  static AmendDisbursement amendDisbursement(Work work) {
    return new AmendDisbursement(
        ID,
        JHB,
        work.id(),
        TODAY,
        DisbursementType.TRAVEL,
        Money.cents(1_001),
        1_250,
        VatTreatment.INCLUSIVE,
        sealed("other"),
        TODAY);
  }

  static CorrectDisbursementVat correct(Work work, VatTreatment vat) {
    return new CorrectDisbursementVat(ID, JHB, work.id(), vat, sealed("why"));
  }

  static RemoveWorkItem remove(Work work) {
    return new RemoveWorkItem(ID, JHB, work.id(), sealed("why"));
  }

  static WriteOffWorkItem writeOff(Work work) {
    return new WriteOffWorkItem(ID, JHB, work.id(), sealed("why"));
  }

  static TimeEntryAmended amended(Work work, int minutes, long cents, boolean billable) {
    return new TimeEntryAmended(
        ID,
        work.id(),
        TODAY,
        minutes,
        Money.cents(100_000),
        Money.cents(cents),
        billable,
        VatTreatment.EXEMPT,
        sealed("other"));
  }
}
