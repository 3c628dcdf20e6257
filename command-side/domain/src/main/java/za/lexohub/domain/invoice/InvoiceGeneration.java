package za.lexohub.domain.invoice;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.matter.MatterFiles;
import za.lexohub.domain.numbering.Numbers;
import za.lexohub.domain.practice.Practice;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.proforma.BillableOffer;
import za.lexohub.domain.proforma.ProFormaBilling;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateInvoice;
import za.lexohub.messages.numbering.NumberSequenceId;
import za.lexohub.messages.numbering.NumberSeries;

/**
 * Generates an invoice from an accepted offer together with its number: one append, or neither.
 * Lines, parties and wording are those accepted. The supplier is the practice as it is on the
 * invoice date, since it is then that VAT registration and bank account matter; VAT is that day's.
 * Unless the law or the registration has changed since, the totals are therefore those accepted.
 */
@Component
class InvoiceGeneration {
  private final Numbers numbers;
  private final ProFormaBilling proFormas;
  private final Repository<Invoice> invoices;
  private final MatterFiles matters;
  private final Practices practices;
  private final InvoiceTerms terms;

  InvoiceGeneration(
      Numbers numbers,
      ProFormaBilling proFormas,
      Repository<Invoice> invoices,
      MatterFiles matters,
      Practices practices,
      InvoiceTerms terms) {
    this.numbers = numbers;
    this.proFormas = proFormas;
    this.invoices = invoices;
    this.matters = matters;
    this.practices = practices;
    this.terms = terms;
  }

  @CommandHandler
  void decide(
      GenerateInvoice command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    int year = command.invoiceDate().getYear();
    Numbers.Locked invoiceNumbers =
        numbers.lock(new NumberSequenceId(command.tenant(), NumberSeries.INVOICE, year));
    ProFormaBilling.Locked proForma = proFormas.lock(command.proFormaId(), command.tenant());
    Aggregate<Invoice> invoice =
        Admission.loadOrCreate(
            invoices,
            Invoice.class,
            command.invoiceId(),
            Invoice::new,
            command.tenant(),
            expectedVersion);
    if (invoice.invoke(Invoice::isGenerated)) {
      return;
    }
    BillableOffer agreed = proForma.requireBillable(command.round(), command.invoiceId());
    if (agreed.matterId() != null) {
      matters.of(agreed.matterId(), command.tenant()).requireOpen();
    }
    Practice practice = practices.of(command.tenant());
    String number = invoiceNumbers.next(practice, command.invoiceId().toString());
    invoice.execute(
        it ->
            it.decide(command, number, agreed, practice.supplierOn(command.invoiceDate()), terms));
  }
}
