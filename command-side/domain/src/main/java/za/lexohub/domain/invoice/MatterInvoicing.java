package za.lexohub.domain.invoice;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.matter.BillableItem;
import za.lexohub.domain.matter.MatterBilling;
import za.lexohub.domain.matter.MatterFile;
import za.lexohub.domain.numbering.Numbers;
import za.lexohub.domain.practice.Practice;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateFixedFeeInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateMatterInvoice;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.numbering.NumberSequenceId;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.work.WorkItemId;
import za.lexohub.messages.work.WorkKind;

/**
 * Invoices a matter: the work logged on it, or fees that were agreed. Number, draft and the
 * matter's own record of it are one append, so that no work is billed twice and no second final
 * invoice comes to be (I9, I10).
 *
 * <p>The parties are those of the matter's file. A line of work charges the amount that was derived
 * when the work was logged; its quantity and rate are shown beside it.
 */
@Component
class MatterInvoicing {
  private final Numbers numbers;
  private final Repository<Invoice> invoices;
  private final MatterBilling matters;
  private final Practices practices;
  private final InvoiceTerms terms;
  private final WorkWords words;

  MatterInvoicing(
      Numbers numbers,
      Repository<Invoice> invoices,
      MatterBilling matters,
      Practices practices,
      InvoiceTerms terms,
      WorkWords words) {
    this.numbers = numbers;
    this.invoices = invoices;
    this.matters = matters;
    this.practices = practices;
    this.terms = terms;
    this.words = words;
  }

  @CommandHandler
  void decide(
      GenerateMatterInvoice command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Numbers.Locked invoiceNumbers = lock(command.tenant(), command.invoiceDate().getYear());
    Aggregate<Invoice> invoice = load(command.invoiceId(), command.tenant(), expectedVersion);
    if (invoice.invoke(Invoice::isGenerated)) {
      return;
    }
    MatterBilling.Locked matter = matters.lock(command.matterId(), command.tenant());
    MatterFile file = matter.file();
    file.requireInvoiceable();
    List<BillableItem> items = matter.select(command.workItems(), command.through());
    MatterCharge charge =
        new MatterCharge(
            command.invoiceId(),
            command.tenant(),
            InvoiceSource.MATTER_WIP,
            command.invoiceType(),
            command.matterId(),
            file,
            words.of(command, file, items),
            items.stream().map(MatterInvoicing::line).toList(),
            command.invoiceDate());
    generate(invoice, charge, invoiceNumbers);
    List<WorkItemId> billed = items.stream().map(BillableItem::id).toList();
    matter.invoiced(command.invoiceId(), charge.source(), command.invoiceType(), billed);
  }

  @CommandHandler
  void decide(
      GenerateFixedFeeInvoice command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Numbers.Locked invoiceNumbers = lock(command.tenant(), command.invoiceDate().getYear());
    Aggregate<Invoice> invoice = load(command.invoiceId(), command.tenant(), expectedVersion);
    if (invoice.invoke(Invoice::isGenerated)) {
      return;
    }
    MatterBilling.Locked matter = matters.lock(command.matterId(), command.tenant());
    MatterFile file = matter.file();
    file.requireInvoiceable();
    MatterCharge charge =
        new MatterCharge(
            command.invoiceId(),
            command.tenant(),
            InvoiceSource.FIXED_FEE,
            command.invoiceType(),
            command.matterId(),
            file,
            command.wording(),
            terms.price(command.lines()),
            command.invoiceDate());
    generate(invoice, charge, invoiceNumbers);
    matter.invoiced(command.invoiceId(), charge.source(), command.invoiceType(), List.of());
  }

  private Numbers.Locked lock(TenantId tenant, int year) {
    return numbers.lock(new NumberSequenceId(tenant, NumberSeries.INVOICE, year));
  }

  private Aggregate<Invoice> load(
      InvoiceId invoiceId, TenantId tenant, @Nullable String expectedVersion) {
    return Admission.loadOrCreate(
        invoices, Invoice.class, invoiceId, Invoice::new, tenant, expectedVersion);
  }

  private void generate(
      Aggregate<Invoice> invoice, MatterCharge charge, Numbers.Locked invoiceNumbers) {
    Practice practice = practices.of(charge.tenant());
    String number = invoiceNumbers.next(practice, charge.invoiceId().toString());
    invoice.execute(
        it -> it.decide(charge, number, practice.supplierOn(charge.invoiceDate()), terms));
  }

  private static Line line(BillableItem item) {
    return new Line(
        kind(item.kind()), item.date(), item.quantity(), item.rate(), item.amount(), item.vat());
  }

  private static LineKind kind(WorkKind kind) {
    return switch (kind) {
      case TIME -> LineKind.FEE;
      case SERVICE -> LineKind.SERVICE;
      case DISBURSEMENT -> LineKind.DISBURSEMENT;
    };
  }
}
