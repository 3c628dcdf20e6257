package za.lexohub.domain.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.work.WorkItemId;
import za.lexohub.messages.work.WorkKind;

class MatterBillingTest {
  private final Books books = new Books();
  private final MatterBilling billing = Books.bean(MatterBilling.class);
  private final Matters brief = matter().of(Samples.fresh("jhb"));
  private final MatterId id = brief.id();
  private final Work hour = Work.on(brief);
  private final Work courier = Work.on(brief).dated(Work.TODAY.minusDays(3));
  private final Work free = Work.on(brief);
  private final InvoiceId invoice = InvoiceId.random();

  private <T> T ask(Function<MatterBilling.Locked, T> question) {
    return Unit.of(() -> question.apply(billing.lock(id, brief.tenant())));
  }

  private void tell(Consumer<MatterBilling.Locked> deed) {
    Unit.run(() -> deed.accept(billing.lock(id, brief.tenant())));
  }

  private void invoice(InvoiceId made, InvoiceType type, WorkItemId... items) {
    tell(it -> it.invoiced(made, InvoiceSource.MATTER_WIP, type, List.of(items)));
  }

  private List<WorkItemId> select(List<WorkItemId> asked, LocalDate through) {
    return ask(it -> it.select(asked, through)).stream().map(BillableItem::id).toList();
  }

  private static void refused(Rule rule, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            RuleViolated.class, violated -> assertThat(violated.rule()).isEqualTo(rule));
  }

  private void worked() {
    books.given(
        brief.opened(),
        hour.anHour(),
        courier.disbursementLogged(1_000, 1_000, 1_100),
        free.timeLogged(60, 250_000, false));
  }

  @Test
  void allBillableWorkUpToADayIsSelectedOldestFirst() {
    worked();

    assertThat(select(List.of(), Work.TODAY)).containsExactly(courier.id(), hour.id());
    assertThat(select(List.of(), Work.TODAY.minusDays(1))).containsExactly(courier.id());
    refused(Rule.NOTHING_TO_BILL, () -> select(List.of(), Work.TODAY.minusDays(9)));
  }

  @Test
  void anItemIsShownAsAnInvoiceChargesIt() {
    worked();

    List<BillableItem> items = ask(it -> it.select(List.of(courier.id()), Work.TODAY));
    assertThat(items)
        .containsExactly(
            new BillableItem(
                courier.id(),
                WorkKind.DISBURSEMENT,
                courier.date(),
                BigDecimal.ONE,
                Money.cents(1_100),
                Money.cents(1_100),
                VatTreatment.STANDARD,
                sealed("disbursement")));
  }

  @Test
  void workThatIsNotToBeHadIsNotSelected() {
    worked();
    WorkItemId unknown = WorkItemId.random();

    refused(Rule.WORK_ITEM_UNKNOWN, () -> select(List.of(unknown), Work.TODAY));
    refused(Rule.NOTHING_TO_BILL, () -> select(List.of(free.id()), Work.TODAY));
    invoice(invoice, InvoiceType.INTERIM, hour.id());
    refused(Rule.WORK_ITEM_BILLED, () -> select(List.of(hour.id()), Work.TODAY));
    assertThat(select(List.of(), Work.TODAY)).containsExactly(courier.id());
  }

  @Test
  void anInvoiceStandsOnceAndIsReleasedOnce() {
    worked();
    invoice(invoice, InvoiceType.INTERIM, hour.id());
    invoice(invoice, InvoiceType.INTERIM, hour.id());
    tell(it -> it.released(invoice));
    tell(it -> it.released(invoice));
    tell(it -> it.released(InvoiceId.random()));

    assertThat(books.stream(id))
        .endsWith(
            new MatterInvoiced(
                id, invoice, InvoiceSource.MATTER_WIP, InvoiceType.INTERIM, 1, List.of(hour.id())),
            new MatterInvoiceReleased(id, invoice, List.of(hour.id())))
        .hasSize(6);
    assertThat(select(List.of(), Work.TODAY)).contains(hour.id());
  }

  @Test
  void onlyOneFinalInvoiceStands() {
    worked();
    InvoiceId second = InvoiceId.random();
    invoice(invoice, InvoiceType.FINAL, hour.id());

    refused(Rule.FINAL_INVOICE_EXISTS, () -> invoice(second, InvoiceType.FINAL, courier.id()));
    invoice(InvoiceId.random(), InvoiceType.INTERIM, courier.id());
    tell(it -> it.released(invoice));
    invoice(second, InvoiceType.FINAL, hour.id());
    assertThat(books.stream(id))
        .endsWith(
            new MatterInvoiced(
                id, second, InvoiceSource.MATTER_WIP, InvoiceType.FINAL, 3, List.of(hour.id())));
  }

  @Test
  void billedWorkIsNotBilledOnAnotherInvoice() {
    worked();
    invoice(invoice, InvoiceType.INTERIM, hour.id());

    refused(
        Rule.WORK_ITEM_BILLED, () -> invoice(InvoiceId.random(), InvoiceType.INTERIM, hour.id()));
  }

  @Test
  void onlyAMatterThatIsTakenAndNotEndedIsInvoiceable() {
    books.given(brief.opened(), new MatterMarkedPending(id));
    ask(MatterBilling.Locked::file).requireOpen();
    refused(Rule.MATTER_NOT_ACTIVE, () -> ask(MatterBilling.Locked::file).requireInvoiceable());
    books.given(new MatterActivated(id, Work.TODAY));
    ask(MatterBilling.Locked::file).requireInvoiceable();
    assertThat(ask(MatterBilling.Locked::file)).isEqualTo(brief.file());
    books.given(new MatterDeclined(id, sealed("x")));
    refused(Rule.MATTER_CLOSED, () -> ask(MatterBilling.Locked::file).requireOpen());
  }

  @Test
  void aMatterWithoutWorkIsUndoneOnce() {
    books.given(
        brief.opened(), hour.anHour(), new WorkItemRemoved(id, hour.id(), sealed("mistake")));
    assertThat(ask(MatterBilling.Locked::untouched)).isTrue();
    tell(it -> it.undo(sealed("x")));
    tell(it -> it.undo(sealed("x")));

    assertThat(books.stream(id)).endsWith(new MatterDeclined(id, sealed("x"))).hasSize(4);
  }

  @Test
  void aMatterWithWorkOrAnInvoiceIsNotUndone() {
    worked();
    assertThat(ask(MatterBilling.Locked::untouched)).isFalse();
    refused(Rule.MATTER_HAS_WORK, () -> tell(it -> it.undo(sealed("x"))));

    Matters other = matter().of(brief.tenant());
    books.given(
        other.opened(),
        new MatterInvoiced(
            other.id(), invoice, InvoiceSource.FIXED_FEE, InvoiceType.INTERIM, 1, List.of()),
        new MatterInvoiceReleased(other.id(), invoice, List.of()));
    refused(
        Rule.MATTER_HAS_WORK,
        () -> Unit.run(() -> billing.lock(other.id(), other.tenant()).undo(sealed("x"))));
  }

  @Test
  void anAmendmentMovesTheEstimateOnce() {
    AmendmentId amendment = AmendmentId.random();
    books.given(brief.opened());
    tell(it -> it.estimate(Money.cents(5), amendment));
    tell(it -> it.estimate(Money.cents(5), amendment));

    assertThat(books.stream(id))
        .containsExactly(brief.opened(), new MatterEstimateChanged(id, Money.cents(5), amendment));
  }

  @Test
  void aMatterIsOpenedWithAReferenceThatSomebodyElseDrew() {
    Unit.run(() -> billing.open(brief.open(), Bar.JOHANNESBURG, "JHB/2026/001"));

    assertThat(books.stream(id)).containsExactly(brief.opened());
    refused(
        Rule.MATTER_ALREADY_MADE,
        () -> Unit.run(() -> billing.open(brief.open(), Bar.JOHANNESBURG, "JHB/2026/002")));
  }

  @Test
  void anotherTenantFindsNoMatter() {
    books.given(brief.opened());

    assertThatThrownBy(() -> Unit.of(() -> billing.lock(id, Samples.STRANGER)))
        .isInstanceOf(NotFound.class);
  }
}
