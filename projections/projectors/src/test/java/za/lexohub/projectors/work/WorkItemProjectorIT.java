package za.lexohub.projectors.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterEvents.DisbursementLogged;
import za.lexohub.messages.matter.MatterEvents.DisbursementVatCorrected;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiceReleased;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.matter.MatterEvents.ServiceAmended;
import za.lexohub.messages.matter.MatterEvents.ServiceLogged;
import za.lexohub.messages.matter.MatterEvents.TimeLogged;
import za.lexohub.messages.matter.MatterEvents.WorkItemRemoved;
import za.lexohub.messages.matter.MatterEvents.WorkItemWrittenOff;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.work.DisbursementType;
import za.lexohub.messages.work.ServiceCategory;
import za.lexohub.messages.work.WorkItemId;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.row.MissingRow;
import za.lexohub.readmodels.work.WorkInProgress;
import za.lexohub.readmodels.work.WorkItemFilter;
import za.lexohub.readmodels.work.WorkItemRows;
import za.lexohub.readmodels.work.WorkItemSort;
import za.lexohub.readmodels.work.WorkItemView;
import za.lexohub.readmodels.work.WorkItemViews;

class WorkItemProjectorIT {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

  private static TestStores stores;

  private final Story story = new Story();
  private final WorkItemRows rows = new WorkItemRows(stores.scope);
  private final WorkItemViews views = new WorkItemViews(stores.scope);
  private final Replayed events =
      new Replayed(
          new WorkItemProjector(
              rows, new OpenedText(story.vault), new PublishedPositions(stores.jdbc)),
          stores.transactions,
          story);
  private final WorkItemId time = WorkItemId.random();
  private final WorkItemId service = WorkItemId.random();
  private final WorkItemId courier = WorkItemId.random();

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  private TimeLogged timeLogged() {
    return new TimeLogged(
        story.matterId,
        time,
        DAY,
        90,
        Money.cents(250_000),
        Money.cents(375_000),
        true,
        VatTreatment.STANDARD,
        story.note("consultation"));
  }

  private ServiceLogged serviceLogged() {
    return new ServiceLogged(
        story.matterId,
        service,
        DAY.minusDays(1),
        ServiceCategory.DRAFTING,
        new BigDecimal("1.5"),
        Money.cents(100_000),
        Money.cents(150_000),
        VatTreatment.STANDARD,
        story.note("heads"));
  }

  private DisbursementLogged courierLogged() {
    return new DisbursementLogged(
        story.matterId,
        courier,
        DAY.minusDays(2),
        DisbursementType.COURIER,
        Money.cents(10_000),
        1_000,
        Money.cents(11_000),
        VatTreatment.INCLUSIVE,
        story.note("courier"));
  }

  private MatterInvoiced invoiced() {
    return new MatterInvoiced(
        story.matterId,
        story.invoiceId,
        InvoiceSource.MATTER_WIP,
        InvoiceType.INTERIM,
        1,
        List.of(time, service));
  }

  @Test
  void follows_work_from_the_log_to_the_invoice_and_back() {
    events.apply(timeLogged(), serviceLogged(), courierLogged());
    assertThat(all())
        .extracting(WorkItemView::id)
        .containsExactly(time.value(), service.value(), courier.value());
    assertThat(item(time))
        .returns("TIME", WorkItemView::kind)
        .returns("UNBILLED", WorkItemView::state)
        .returns(90, WorkItemView::minutes)
        .returns("consultation", WorkItemView::description);
    assertThat(wip().total().amount()).isEqualTo(536_000);
    assertThat(wip().minutes()).isEqualTo(90);
    assertThat(wip().oldest()).isEqualTo(DAY.minusDays(2));

    events.apply(invoiced());
    assertThat(item(service))
        .returns("BILLED", WorkItemView::state)
        .returns(story.invoiceId.value(), WorkItemView::invoiceId)
        .returns(4L, WorkItemView::version);
    assertThat(wip().total().amount()).isEqualTo(11_000);

    events.apply(
        new MatterInvoiceReleased(story.matterId, story.invoiceId, List.of(time, service)));
    assertThat(item(service))
        .returns("UNBILLED", WorkItemView::state)
        .returns(null, WorkItemView::invoiceId);
    assertThat(wip().total().amount()).isEqualTo(536_000);
    assertThat(views.fees(story.tenant.value(), story.matterId.value()).amount())
        .isEqualTo(525_000);
    events.assertNothingChangesWhenTheyComeAgain(this::all);
    List<WorkItemView> before = all();
    events.replayFromZero();
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void follows_what_is_amended_corrected_removed_and_written_off() {
    events.apply(timeLogged(), serviceLogged(), courierLogged());
    events.apply(
        new ServiceAmended(
            story.matterId,
            service,
            DAY,
            ServiceCategory.RESEARCH,
            BigDecimal.TWO,
            Money.cents(100_000),
            Money.cents(200_000),
            VatTreatment.EXEMPT,
            story.note("research")),
        new DisbursementVatCorrected(
            story.matterId, courier, VatTreatment.EXEMPT, story.note("no vendor")),
        new WorkItemRemoved(story.matterId, time, story.note("twice")),
        new WorkItemWrittenOff(
            story.matterId, courier, Money.cents(11_000), story.note("goodwill")));

    assertThat(item(service))
        .returns("RESEARCH", WorkItemView::category)
        .returns("research", WorkItemView::description)
        .returns("EXEMPT", WorkItemView::vatTreatment);
    assertThat(item(time))
        .returns("REMOVED", WorkItemView::state)
        .returns("twice", WorkItemView::reason);
    assertThat(item(courier))
        .returns("WRITTEN_OFF", WorkItemView::state)
        .returns("EXEMPT", WorkItemView::vatTreatment)
        .returns("goodwill", WorkItemView::reason);
    assertThat(wip().total().amount()).isEqualTo(200_000);
    events.assertNothingChangesWhenTheyComeAgain(this::all);
  }

  @Test
  void an_erased_matter_leaves_no_words() {
    events.apply(
        timeLogged(), new WorkItemRemoved(story.matterId, time, story.note("Mrs Dlamini is ill")));
    rows.forget(story.tenant.value(), story.matterId.value());

    assertThat(item(time))
        .returns("[erased]", WorkItemView::description)
        .returns("[erased]", WorkItemView::reason);
  }

  @Test
  void refuses_a_change_of_work_it_was_never_told_of() {
    assertThatThrownBy(
            () -> events.apply(new WorkItemRemoved(story.matterId, time, story.note("x"))))
        .hasStackTraceContaining(MissingRow.class.getName());
  }

  private List<WorkItemView> all() {
    return views
        .page(
            story.tenant.value(),
            WorkItemFilter.of(story.matterId.value()),
            Sort.descending(WorkItemSort.DATE),
            10,
            null)
        .entries();
  }

  private WorkInProgress wip() {
    return views.inProgress(story.tenant.value(), story.matterId.value());
  }

  private WorkItemView item(WorkItemId id) {
    return views.find(story.tenant.value(), story.matterId.value(), id.value()).orElseThrow();
  }
}
