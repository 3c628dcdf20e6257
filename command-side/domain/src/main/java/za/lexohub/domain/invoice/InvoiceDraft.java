package za.lexohub.domain.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.law.DocumentTotals;
import za.lexohub.domain.proforma.BillableOffer;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.Changes;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.ApplyInvoiceDiscount;
import za.lexohub.messages.invoice.InvoiceCommands.DiscardInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.UpdateInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscountApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDraftUpdated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * The part of an {@link Invoice}'s life in which nobody owes it yet: generated, edited, discarded.
 */
abstract class InvoiceDraft implements TenantOwned {
  @AggregateMember private final Changes changes = new Changes();

  @AggregateIdentifier InvoiceId id;
  @Nullable TenantId tenant;
  Lifecycle lifecycle = Lifecycle.UNBORN;
  String number;
  @Nullable ProFormaId proFormaId;
  @Nullable MatterId matterId;
  Supplier supplier;
  Party attorney;
  List<Line> lines;
  Totals totals;
  private @Nullable PersonalData discountReason;
  PaymentTerm paymentTerm;
  LocalDate invoiceDate;
  boolean invoiceDateFixed;
  LocalDate dueDate;

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  boolean isGenerated() {
    return lifecycle != Lifecycle.UNBORN;
  }

  /**
   * Interim, because one pro forma is one piece of a matter's work and more may follow: only the
   * advocate knows which invoice is the final one (I10).
   */
  void decide(
      GenerateInvoice command,
      String invoiceNumber,
      BillableOffer agreed,
      Supplier invoicing,
      InvoiceTerms terms) {
    List<Line> agreedLines = agreed.offer().lines();
    PaymentTerm term = terms.term(command.invoiceDate(), invoicing);
    apply(
        new InvoiceGenerated(
            command.invoiceId(),
            command.tenant(),
            invoiceNumber,
            InvoiceSource.PRO_FORMA,
            command.proFormaId(),
            command.round(),
            agreed.matterId(),
            agreed.matterType(),
            InvoiceType.INTERIM,
            invoicing,
            agreed.client(),
            agreed.attorney(),
            agreed.wording(),
            agreedLines,
            terms.totals(
                command.tenant(),
                agreed.matterId(),
                invoicing,
                agreedLines,
                Money.ZERO,
                command.invoiceDate()),
            term,
            command.invoiceDate(),
            term.dueDate(command.invoiceDate())));
  }

  @EventSourcingHandler
  void evolve(InvoiceGenerated event) {
    id = event.invoiceId();
    tenant = event.tenantId();
    lifecycle = Lifecycle.DRAFT;
    number = event.invoiceNumber();
    proFormaId = event.proFormaId();
    matterId = event.matterId();
    supplier = event.supplier();
    attorney = event.attorney();
    lines = event.lines();
    totals = event.totals();
    dated(event.invoiceDate(), event.paymentTerm(), event.dueDate());
  }

  @CommandHandler
  void decide(UpdateInvoiceDraft command, InvoiceTerms terms) {
    lifecycle.requireDraft();
    LocalDate named = command.invoiceDate();
    LocalDate date = named == null ? command.today() : named;
    requireNotInFuture(date, command.today());
    List<Line> newLines = terms.price(command.lines());
    Integer days = command.paymentTermDays();
    PaymentTerm term =
        days == null ? terms.term(date, supplier) : new PaymentTerm(PaymentTerm.CUSTOM, days);
    apply(
        new InvoiceDraftUpdated(
            id,
            command.wording(),
            newLines,
            terms.totals(command.tenant(), matterId, supplier, newLines, totals.discount(), date),
            term,
            date,
            named != null,
            term.dueDate(date)));
  }

  @EventSourcingHandler
  void evolve(InvoiceDraftUpdated event) {
    lines = event.lines();
    totals = event.totals();
    invoiceDateFixed = event.invoiceDateFixed();
    dated(event.invoiceDate(), event.paymentTerm(), event.dueDate());
  }

  @CommandHandler
  void decide(ApplyInvoiceDiscount command) {
    lifecycle.requireDraft();
    boolean saysNothingNew = command.reason() == null || command.reason().equals(discountReason);
    if (command.discount().equals(totals.discount()) && saysNothingNew) {
      return;
    }
    Totals discounted = DocumentTotals.of(lines, command.discount(), totals.vatRateBasisPoints());
    apply(new InvoiceDiscountApplied(id, command.discount(), command.reason(), discounted));
  }

  @EventSourcingHandler
  void evolve(InvoiceDiscountApplied event) {
    totals = event.totals();
    discountReason = event.reason();
  }

  boolean isDiscarded() {
    return lifecycle == Lifecycle.DISCARDED;
  }

  void requireDraft() {
    lifecycle.requireDraft();
  }

  void decide(DiscardInvoiceDraft command) {
    apply(new InvoiceDiscarded(id, number, proFormaId, command.reason()));
  }

  @EventSourcingHandler
  void evolve(InvoiceDiscarded event) {
    lifecycle = Lifecycle.DISCARDED;
  }

  void dated(LocalDate date, PaymentTerm term, LocalDate due) {
    invoiceDate = date;
    paymentTerm = term;
    dueDate = due;
  }

  static void requireNotInFuture(LocalDate date, LocalDate today) {
    Lifecycle.require(
        !date.isAfter(today), Rule.INVOICE_DATE_IN_FUTURE, "cannot bear a date to come");
  }

  @Override
  public long decidableFrom(long presentVersion) {
    return changes.last();
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
