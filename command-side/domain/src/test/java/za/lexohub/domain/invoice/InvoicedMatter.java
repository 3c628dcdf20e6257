package za.lexohub.domain.invoice;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.matter.Matters.matter;

import java.time.LocalDate;
import java.util.List;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.DiscardInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateFixedFeeInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateMatterInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.UpdateInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.work.DisbursementType;
import za.lexohub.messages.work.WorkCommands.LogDisbursement;
import za.lexohub.messages.work.WorkCommands.LogTime;
import za.lexohub.messages.work.WorkItemId;

/** A matter with an hour and a journey on it, and what is asked to have them paid. */
abstract class InvoicedMatter {
  final Books books = new Books();
  final PersonalDataVault vault = Books.bean(PersonalDataVault.class);
  final TenantId jhb = Samples.fresh("jhb");
  final Matters brief = matter().of(jhb);
  final InvoiceId id = InvoiceId.random();
  final WorkItemId consultation = WorkItemId.random();
  final WorkItemId travel = WorkItemId.random();

  LogTime time(WorkItemId item, int minutes) {
    return new LogTime(
        brief.id(),
        jhb,
        item,
        DATE,
        minutes,
        Money.cents(250_000),
        true,
        VatTreatment.STANDARD,
        vault.seal(jhb, DataSubjects.wording(brief.id().value()), (Object) "Consultation"),
        DATE);
  }

  LogDisbursement expense(WorkItemId item) {
    return new LogDisbursement(
        brief.id(),
        jhb,
        item,
        DATE,
        DisbursementType.TRAVEL,
        Money.cents(100_000),
        0,
        VatTreatment.EXEMPT,
        sealed("never sealed: its key is gone"),
        DATE);
  }

  GenerateMatterInvoice bill(InvoiceId invoice, InvoiceType type, WorkItemId... items) {
    return new GenerateMatterInvoice(
        invoice, jhb, brief.id(), type, List.of(items), DATE, title("Opinion"), null, DATE);
  }

  GenerateFixedFeeInvoice charge(InvoiceId invoice, InvoiceType type, OfferedLine... fees) {
    return new GenerateFixedFeeInvoice(
        invoice, jhb, brief.id(), type, sealed("agreed"), List.of(fees), DATE);
  }

  PersonalData title(String title) {
    return vault.seal(jhb, DataSubjects.wording(id.value()), (Object) title);
  }

  DiscardInvoiceDraft discard(InvoiceId invoice) {
    return new DiscardInvoiceDraft(invoice, jhb, sealed("mistake"));
  }

  UpdateInvoiceDraft update(List<OfferedLine> lines, LocalDate date) {
    return new UpdateInvoiceDraft(id, jhb, sealed("updated"), lines, date, null, DATE);
  }

  Books worked() {
    return books.given(brief.opened()).after(time(consultation, 50)).after(expense(travel));
  }

  InvoiceGenerated generated(InvoiceId invoice) {
    return (InvoiceGenerated) books.stream(invoice).getFirst();
  }
}
