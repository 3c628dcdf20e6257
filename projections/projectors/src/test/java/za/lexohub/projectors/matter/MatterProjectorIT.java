package za.lexohub.projectors.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.FeeType;
import za.lexohub.messages.matter.MatterEvents.ConflictCheckCompleted;
import za.lexohub.messages.matter.MatterEvents.ConflictOverridden;
import za.lexohub.messages.matter.MatterEvents.MatterAccepted;
import za.lexohub.messages.matter.MatterEvents.MatterActivated;
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterAwaitingApproval;
import za.lexohub.messages.matter.MatterEvents.MatterBillingApproved;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterDeclined;
import za.lexohub.messages.matter.MatterEvents.MatterEstimateChanged;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.matter.MatterEvents.MatterMarkedPending;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterReadyToBill;
import za.lexohub.messages.matter.MatterEvents.MatterReopened;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.messages.matter.MatterEvents.MatterSettled;
import za.lexohub.messages.matter.MatterEvents.MatterTermsSet;
import za.lexohub.messages.matter.MatterEvents.MatterUnarchived;
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.matter.BillingView;
import za.lexohub.readmodels.matter.ConflictView;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.matter.MatterTermsView;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.row.MissingRow;

class MatterProjectorIT {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

  private static TestStores stores;

  private final Story story = new Story();
  private final PublishedPositions positions = new PublishedPositions(stores.jdbc);
  private final MatterViews views = new MatterViews(stores.scope);
  private final Replayed events =
      new Replayed(
          new MatterProjector(new MatterRows(stores.scope), new OpenedText(story.vault), positions),
          stores.transactions,
          story);

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void follows_a_matter_through_its_life() {
    events.apply(story.matterOpened());
    assertThat(matter())
        .returns("ACTIVE", MatterView::status)
        .returns("Dlamini v Roads", MatterView::title)
        .returns("JOHANNESBURG", MatterView::bar);
    assertThat(matter().client().name()).isEqualTo("Nomsa Dlamini");
    assertThat(matter().attorney().firm()).isEqualTo("Botha Inc");
    events.apply(new MatterPutOnHold(story.matterId, story.note("waiting")));
    assertThat(matter().holdReason()).isEqualTo("waiting");
    events.apply(
        new MatterResumed(story.matterId),
        new MatterSettled(story.matterId, LocalDate.of(2024, 9, 2)),
        new MatterArchived(story.matterId, null));
    assertThat(matter().archived()).isTrue();
    events.apply(
        new MatterUnarchived(story.matterId),
        new MatterClosed(story.matterId, LocalDate.of(2024, 9, 3)));
    assertThat(matter())
        .returns("CLOSED", MatterView::status)
        .returns(false, MatterView::archived)
        .returns(LocalDate.of(2024, 9, 2), MatterView::settledOn)
        .returns(7L, MatterView::version);
    events.assertNothingChangesWhenTheyComeAgain(this::matter);
  }

  @Test
  void follows_a_request_until_the_brief_is_taken() {
    ProFormaId quote = ProFormaId.random();
    events.apply(requested());
    assertThat(matter())
        .returns("REQUESTED", MatterView::status)
        .returns("naledi", MatterView::requestedBy)
        .returns(MatterTermsView.requested(true), MatterView::terms);
    events.apply(
        new MatterAwaitingApproval(story.matterId, quote),
        new ConflictCheckCompleted(story.matterId, false, story.note("their director"), DAY));
    assertThat(matter())
        .returns("AWAITING_APPROVAL", MatterView::status)
        .returns(quote.value(), MatterView::awaitedProFormaId)
        .returns(new ConflictView("FOUND", DAY, "their director"), MatterView::conflict);
    events.apply(
        new ConflictOverridden(story.matterId, story.note("consent"), DAY),
        new MatterAccepted(story.matterId, true, "2026/9", DAY),
        new MatterEstimateChanged(story.matterId, Money.cents(500), AmendmentId.random()));
    assertThat(matter())
        .returns("ACTIVE", MatterView::status)
        .returns(true, MatterView::vatExempt)
        .returns(DAY, MatterView::openedOn)
        .returns("2026/9", MatterView::courtCaseNumber)
        .returns(null, MatterView::awaitedProFormaId)
        .returns(new ConflictView("OVERRIDDEN", DAY, "consent"), MatterView::conflict);
    assertThat(matter().terms().estimate().amount()).isEqualTo(500);
    assertThat(matter().terms().urgent()).isTrue();
    events.assertNothingChangesWhenTheyComeAgain(this::matter);
  }

  @Test
  void a_declined_request_says_why() {
    events.apply(requested(), new MatterDeclined(story.matterId, story.note("no time")));
    assertThat(matter())
        .returns("DECLINED", MatterView::status)
        .returns("no time", MatterView::declineReason);
    events.assertNothingChangesWhenTheyComeAgain(this::matter);
  }

  @Test
  void follows_a_matter_to_its_billing_and_beyond_its_end() {
    MatterTerms terms =
        new MatterTerms(FeeType.HOURLY, Money.cents(5_000_000), null, null, false, DAY, null, null);
    events.apply(story.matterOpened(), new MatterMarkedPending(story.matterId));
    assertThat(matter().status()).isEqualTo("PENDING");
    events.apply(
        new MatterActivated(story.matterId, DAY),
        new MatterTermsSet(story.matterId, terms),
        new MatterReadyToBill(story.matterId, story.note("all done")));
    assertThat(matter())
        .returns("ACTIVE", MatterView::status)
        .returns(DAY, MatterView::activatedOn)
        .returns(new BillingView("READY", null, "all done"), MatterView::billing);
    assertThat(matter().terms().prescriptionDate()).isEqualTo(DAY);
    events.apply(new MatterBillingApproved(story.matterId, "partner", null));
    assertThat(matter().billing()).isEqualTo(new BillingView("APPROVED", "partner", null));
    events.apply(
        new MatterInvoiced(
            story.matterId,
            story.invoiceId,
            InvoiceSource.FIXED_FEE,
            InvoiceType.INTERIM,
            1,
            List.of()),
        new MatterClosed(story.matterId, DAY));
    assertThat(matter().billing()).isNull();
    events.apply(new MatterReopened(story.matterId, story.note("appeal")));
    assertThat(matter())
        .returns("ACTIVE", MatterView::status)
        .returns(null, MatterView::closedOn)
        .returns("appeal", MatterView::reopenReason);
    events.assertNothingChangesWhenTheyComeAgain(this::matter);
  }

  private MatterRequested requested() {
    MatterOpened like = story.matterOpened();
    return new MatterRequested(
        like.matterId(),
        like.tenantId(),
        like.reference(),
        like.matterType(),
        like.bar(),
        like.client(),
        like.attorney(),
        like.wording(),
        true,
        "naledi",
        LocalDate.of(2024, 9, 1));
  }

  @Test
  void shows_erased_people_as_erased() {
    story.vault.erase(story.clientId);
    events.apply(story.matterOpened());
    assertThat(matter().client().name()).isEqualTo("[erased]");
    assertThat(matter().client().email()).isNull();
    events.assertNothingChangesWhenTheyComeAgain(this::matter);
  }

  @Test
  void refuses_a_change_of_a_matter_it_was_never_told_of() {
    assertThatThrownBy(() -> events.apply(new MatterResumed(story.matterId)))
        .hasStackTraceContaining(MissingRow.class.getName());
  }

  private MatterView matter() {
    return views.find(story.tenant.value(), story.matterId.value()).orElseThrow();
  }
}
