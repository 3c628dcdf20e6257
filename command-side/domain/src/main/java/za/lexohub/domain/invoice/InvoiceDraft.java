package za.lexohub.domain.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
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
  /** The rendering that the billing saga asks for, perhaps only after a change. */
  private static final int FIRST_DRAFT = 1;

  @AggregateMember private final Changes changes = new Changes();

  @AggregateIdentifier InvoiceId id;
  @Nullable TenantId tenant;
  Lifecycle lifecycle = Lifecycle.UNBORN;
  String number;
  private InvoiceSource source;
  @Nullable ProFormaId proFormaId;
  @Nullable MatterId matterId;
  Supplier supplier;
  Party attorney;
  List<Line> lines;
  Totals totals;
  private @Nullable PersonalData discountReason;
  private int draftVersion = FIRST_DRAFT;
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

  /** What was done or agreed on a matter, for the matter's parties. */
  void decide(MatterCharge charge, String invoiceNumber, Supplier invoicing, InvoiceTerms terms) {
    PaymentTerm term = terms.term(charge.invoiceDate(), invoicing);
    Totals due =
        terms.totals(
            charge.tenant(),
            charge.matterId(),
            invoicing,
            charge.lines(),
            Money.ZERO,
            charge.invoiceDate());
    Lifecycle.require(due.total().isPositive(), Rule.NOTHING_TO_CHARGE, "has a total of nothing");
    apply(
        new InvoiceGenerated(
            charge.invoiceId(),
            charge.tenant(),
            invoiceNumber,
            charge.source(),
            null,
            0,
            charge.matterId(),
            charge.file().matterType(),
            charge.invoiceType(),
            invoicing,
            charge.file().client(),
            charge.file().attorney(),
            charge.wording(),
            charge.lines(),
            due,
            term,
            charge.invoiceDate(),
            term.dueDate(charge.invoiceDate())));
  }

  @EventSourcingHandler
  void evolve(InvoiceGenerated event) {
    id = event.invoiceId();
    tenant = event.tenantId();
    lifecycle = Lifecycle.DRAFT;
    number = event.invoiceNumber();
    source = event.source();
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
    terms.requireVatStatus(command.tenant(), supplier, date);
    List<Line> newLines = repriced(command.lines(), terms);
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
    renderAnew();
  }

  /**
   * What was billed of a matter's work stands in the matter's stream; only its words may change.
   */
  private List<Line> repriced(List<OfferedLine> asked, InvoiceTerms terms) {
    if (source != InvoiceSource.MATTER_WIP) {
      return terms.price(asked);
    }
    boolean same =
        asked.size() == lines.size()
            && IntStream.range(0, asked.size()).allMatch(n -> charges(asked.get(n), lines.get(n)));
    Lifecycle.require(
        same,
        Rule.INVOICE_LINES_FIXED,
        "charges logged work: discard it, amend the work and invoice anew");
    return lines;
  }

  private static boolean charges(OfferedLine asked, Line line) {
    return asked.kind() == line.kind()
        && Objects.equals(asked.date(), line.date())
        && asked.quantity().compareTo(line.quantity()) == 0
        && asked.rate().equals(line.rate())
        && asked.vatTreatment() == line.vatTreatment();
  }

  /** In the same append, so that no stored draft outlives the amounts it shows. */
  private void renderAnew() {
    apply(new InvoicePdfRequested(id, PdfKind.DRAFT, draftVersion + 1));
  }

  @EventSourcingHandler
  void evolve(InvoicePdfRequested event) {
    if (event.kind() == PdfKind.DRAFT) {
      draftVersion = Math.max(draftVersion, event.version());
    }
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
    renderAnew();
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
