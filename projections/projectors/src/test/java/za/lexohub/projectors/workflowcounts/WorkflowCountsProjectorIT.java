package za.lexohub.projectors.workflowcounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePartiallyPaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterUnarchived;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConversionReversed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.invoice.InvoiceProjector;
import za.lexohub.projectors.matter.MatterProjector;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.projectors.proforma.ProFormaProjector;
import za.lexohub.readmodels.invoice.InvoiceRows;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.proforma.ProFormaRows;
import za.lexohub.readmodels.workflowcounts.WorkflowCounts;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsCache;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsRebuild;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsTruth;

/** What Redis counts is after every step what SQL counts, and what {@code domain.md} 17 says. */
class WorkflowCountsProjectorIT {

  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static TestStores stores;

  private final Story story = new Story();
  private final String tenant = story.tenant.value();
  private final PublishedPositions published = new PublishedPositions(stores.jdbc);
  private final WorkflowCountsCache cache = new WorkflowCountsCache(stores.redis, CLOCK);
  private final WorkflowCountsTruth truth = new WorkflowCountsTruth(stores.scope, CLOCK);
  private final OpenedText opened = new OpenedText(story.vault);
  private final KnownPositions positions = new KnownPositions();
  private final WorkflowCountsRebuild rebuild = new WorkflowCountsRebuild(cache, truth, positions);
  private final Replayed counts = replayed(new WorkflowCountsProjector(cache, published));
  private final List<Replayed> lists =
      List.of(
          replayed(new MatterProjector(new MatterRows(stores.scope), opened, published)),
          replayed(new ProFormaProjector(new ProFormaRows(stores.scope), opened, published)),
          replayed(new InvoiceProjector(new InvoiceRows(stores.scope), opened, published)));

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @BeforeEach
  void complete() {
    assertThat(rebuild.rebuild(tenant)).isTrue();
  }

  @Test
  void counts_move_as_the_main_job_goes_on_and_end_where_they_started() {
    expect(1, 0, 0, 0, story.matterOpened());
    expect(1, 1, 0, 0, story.requested());
    expect(1, 1, 0, 0, story.submitted());
    expect(1, 0, 0, 0, story.drafted());
    expect(1, 0, 0, 0, story.sent());
    assertThat(redis().proFormaSentCount()).isOne();
    expect(1, 0, 0, 0, story.accepted());
    assertThat(redis().proFormaAcceptedCount()).isOne();
    expect(1, 0, 1, 0, story.invoiceGenerated());
    expect(1, 0, 1, 0, new ProFormaConvertedToInvoice(story.proFormaId, 1, story.invoiceId));
    assertThat(redis().proFormaAcceptedCount()).isZero();
    expect(1, 0, 0, 1, story.invoiceSent());
    expect(
        1,
        0,
        0,
        1,
        payment(1_000_000, 2_162_500),
        new InvoicePartiallyPaid(story.invoiceId, Money.cents(1_000_000), Money.cents(2_162_500)));
    expect(
        1,
        0,
        0,
        0,
        payment(2_162_500, 0),
        new InvoicePaid(story.invoiceId, Story.TOTALS.total(), LocalDate.of(2024, 9, 9)));
    counts.assertNothingChangesWhenTheyComeAgain(this::redis);
  }

  @Test
  void a_request_that_became_a_matter_is_open_no_more_but_an_accepted_quote_still_waits() {
    expect(0, 1, 0, 0, story.requested());
    expect(0, 1, 0, 0, story.submitted());
    expect(0, 0, 0, 0, new ProFormaConvertedToMatter(story.proFormaId, story.matterId, false));
    expect(
        0,
        1,
        0,
        0,
        new ProFormaConversionReversed(
            story.proFormaId, story.matterId, false, story.note("mistake")));
    expect(0, 0, 0, 0, story.drafted());
    expect(0, 0, 0, 0, story.sent());
    expect(0, 0, 0, 0, story.accepted());
    expect(0, 0, 0, 0, new ProFormaConvertedToMatter(story.proFormaId, story.matterId, true));
    assertThat(redis().proFormaAcceptedCount()).isOne();
    counts.assertNothingChangesWhenTheyComeAgain(this::redis);
  }

  @Test
  void overdue_expired_and_archived_things_come_back_where_they_were() {
    expect(1, 0, 0, 0, story.matterOpened());
    expect(0, 0, 0, 0, new MatterArchived(story.matterId, null));
    expect(1, 0, 0, 0, new MatterUnarchived(story.matterId));
    expect(1, 1, 0, 0, story.requested());
    expect(1, 0, 0, 0, new ProFormaExpired(story.proFormaId, ExpiryPhase.REQUEST, Story.NOON));
    expect(
        1, 1, 0, 0, new ProFormaExtended(story.proFormaId, ExpiryPhase.REQUEST, Story.NOON, null));
    expect(1, 1, 1, 0, story.invoiceGenerated());
    expect(1, 1, 0, 1, story.invoiceSent());
    expect(
        1,
        1,
        0,
        1,
        new InvoiceBecameOverdue(story.invoiceId, LocalDate.of(2024, 11, 1), Story.TOTALS.total()));
    assertThat(redis().overdueCount()).isOne();
    PaymentRecorded all = payment(3_162_500, 0);
    expect(
        1,
        1,
        0,
        0,
        all,
        new InvoicePaid(story.invoiceId, Story.TOTALS.total(), LocalDate.of(2024, 9, 9)));
    assertThat(redis().overdueCount()).isZero();
    expect(
        1,
        1,
        0,
        1,
        new PaymentReversed(
            story.invoiceId,
            all.paymentId(),
            all.amount(),
            story.note("bounced"),
            Story.TOTALS.total()),
        new InvoiceReopened(story.invoiceId, Story.TOTALS.total(), LocalDate.of(2024, 10, 31)));
    assertThat(redis().overdueCount()).isOne();
    counts.assertNothingChangesWhenTheyComeAgain(this::redis);
  }

  @Test
  void an_emptied_redis_is_rebuilt_from_sql_and_goes_on_from_there() {
    happen(story.matterOpened(), story.requested(), story.invoiceGenerated());
    happen(story.invoiceSent());
    WorkflowCounts before = redis();
    stores.redis.flushDB();
    assertThat(cache.counts(tenant)).isEmpty();
    assertThat(truth.counts(tenant)).isEqualTo(before);
    assertThat(rebuild.rebuild(tenant)).isTrue();
    assertThat(redis()).isEqualTo(before);
    counts.assertNothingChangesWhenTheyComeAgain(this::redis);
    expect(1, 1, 0, 1, story.submitted());
    expect(1, 0, 0, 1, story.drafted());
  }

  @Test
  void a_rebuild_waits_for_sql_to_know_what_redis_has_lost() {
    happen(story.requested());
    positions.recorded = 5;
    positions.applied = 4;
    stores.redis.flushDB();
    assertThat(rebuild.rebuild(tenant)).isFalse();
    assertThat(cache.counts(tenant)).isEmpty();
    positions.applied = 5;
    assertThat(rebuild.rebuild(tenant)).isTrue();
    assertThat(redis().proFormaCount()).isOne();
    counts.assertNothingChangesWhenTheyComeAgain(this::redis);
  }

  @Test
  void what_the_projector_does_before_the_rebuild_is_newer_than_sql() {
    happen(story.requested(), story.submitted());
    counts.apply(story.drafted());
    stores.redis.del("workflow:counts:{" + tenant + "}:complete");
    assertThat(rebuild.rebuild(tenant)).isTrue();
    assertThat(redis().proFormaCount()).as("SQL still says submitted").isZero();
    assertThat(truth.counts(tenant).proFormaCount()).isOne();
    counts.assertNothingChangesWhenTheyComeAgain(this::redis);
  }

  @Test
  void a_replay_from_zero_gives_the_same_counts() {
    happen(story.matterOpened(), story.requested(), story.submitted(), story.invoiceGenerated());
    WorkflowCounts before = redis();
    counts.replayFromZero();
    assertThat(rebuild.rebuild(tenant)).isTrue();
    assertThat(redis()).isEqualTo(before);
    counts.assertNothingChangesWhenTheyComeAgain(this::redis);
  }

  private void expect(
      long matters, long proFormas, long invoices, long unpaid, DomainEvent... events) {
    happen(events);
    assertThat(redis())
        .returns(matters, WorkflowCounts::matterCount)
        .returns(proFormas, WorkflowCounts::proFormaCount)
        .returns(invoices, WorkflowCounts::invoiceCount)
        .returns(unpaid, WorkflowCounts::unpaidCount)
        .isEqualTo(truth.counts(tenant));
  }

  private void happen(DomainEvent... events) {
    counts.apply(events);
    lists.forEach(list -> list.apply(events));
  }

  private WorkflowCounts redis() {
    return cache.counts(tenant).orElseThrow();
  }

  private Replayed replayed(Object projector) {
    return new Replayed(projector, stores.transactions, story);
  }

  private PaymentRecorded payment(long cents, long balance) {
    return new PaymentRecorded(
        story.invoiceId,
        PaymentId.random(),
        Money.cents(cents),
        PaymentMethod.EFT,
        LocalDate.of(2024, 9, 9),
        null,
        Money.cents(balance));
  }

  private static final class KnownPositions implements AppliedPositions {

    private long applied;
    private long recorded;

    @Override
    public long appliedThrough(String group) {
      return applied;
    }

    @Override
    public long recordedThrough() {
      return recorded;
    }

    @Override
    public boolean isParked(String group, String sequenceId) {
      return false;
    }
  }
}
