package za.lexohub.projectors.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.agreement.AgreementEvents.*;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSignedOnPaper;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.agreement.AgreementText;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.invoice.InvoiceEvents.DebtAcknowledged;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.scope.AmendmentType;
import za.lexohub.messages.scope.ScopeAmendmentEvents.*;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.agreement.AgreementFilter;
import za.lexohub.readmodels.agreement.AgreementRows;
import za.lexohub.readmodels.agreement.AgreementSort;
import za.lexohub.readmodels.agreement.AgreementView;
import za.lexohub.readmodels.agreement.AgreementViews;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.party.Forgotten;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.reminder.PrescriptionRows;
import za.lexohub.readmodels.reminder.PrescriptionView;
import za.lexohub.readmodels.scope.ScopeAmendmentFilter;
import za.lexohub.readmodels.scope.ScopeAmendmentRows;
import za.lexohub.readmodels.scope.ScopeAmendmentSort;
import za.lexohub.readmodels.scope.ScopeAmendmentView;
import za.lexohub.readmodels.scope.ScopeAmendmentViews;

class PromisesProjectorIT {

  private static final Instant END = Story.NOON.plusSeconds(86_400);

  private static TestStores stores;

  private final Story story = new Story();
  private final AgreementId agreementId = AgreementId.random();
  private final AmendmentId amendmentId = AmendmentId.random();
  private final AgreementRows agreementRows = new AgreementRows(stores.scope);
  private final ScopeAmendmentRows amendmentRows = new ScopeAmendmentRows(stores.scope);
  private final PrescriptionRows prescriptions = new PrescriptionRows(stores.scope);
  private final AgreementViews agreements = new AgreementViews(stores.scope);
  private final ScopeAmendmentViews amendments = new ScopeAmendmentViews(stores.scope);
  private final Replayed events =
      new Replayed(
          new PromisesProjector(
              agreementRows,
              amendmentRows,
              prescriptions,
              new OpenedText(story.vault),
              story.vault,
              new PublishedPositions(stores.jdbc)),
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

  private AgreementDrafted drafted() {
    PersonalData text =
        story.vault.seal(
            story.tenant,
            UUID.randomUUID(),
            (Object) new AgreementText("The terms", "The scope", "The fees"));
    return new AgreementDrafted(
        agreementId, story.tenant, story.matterId, null, story.client(), text);
  }

  private ScopeAmendmentProposed proposed() {
    return new ScopeAmendmentProposed(
        amendmentId,
        story.tenant,
        story.matterId,
        agreementId,
        AmendmentType.SCOPE_INCREASE,
        story.note("more witnesses"),
        Money.cents(100),
        Money.cents(200),
        10,
        20,
        false);
  }

  @Test
  void follows_an_agreement_until_both_have_signed() {
    events.apply(drafted());
    assertThat(agreement())
        .returns("DRAFT", AgreementView::status)
        .returns("The terms", AgreementView::terms)
        .returns("The scope", AgreementView::scope)
        .returns("The fees", AgreementView::fees)
        .returns(story.matterId.value(), AgreementView::matterId)
        .returns(0, AgreementView::linkGeneration);
    events.apply(
        new AgreementSent(agreementId, story.client(), "hash", 1, END, Story.NOON),
        new AgreementNotificationRequested(agreementId, "engagement-link", 1),
        new AgreementNotificationFailed(agreementId, "engagement-link", 1, "no such mailbox"));
    assertThat(agreement())
        .returns("SENT", AgreementView::status)
        .returns(END, AgreementView::expiresAt)
        .returns("FAILED", AgreementView::mailState)
        .returns("no such mailbox", AgreementView::mailReason);
    events.apply(
        new AgreementNotificationSent(agreementId, "engagement-link", 1, "m1"),
        new AgreementSignedByClient(
            agreementId, story.note("N Dlamini"), Channel.PUBLIC_LINK, Story.NOON),
        new AgreementCountersigned(agreementId, "thandi", END));
    assertThat(agreement())
        .returns("SIGNED", AgreementView::status)
        .returns("N Dlamini", AgreementView::signature)
        .returns("PUBLIC_LINK", AgreementView::signedBy)
        .returns("thandi", AgreementView::countersignedBy)
        .returns("SENT", AgreementView::mailState)
        .returns(7L, AgreementView::version);
    assertThat(listed("SIGNED")).containsExactly(agreement());
    assertThat(listed("DRAFT")).isEmpty();
    events.assertNothingChangesWhenTheyComeAgain(this::agreement);
  }

  @Test
  void shows_the_paper_that_both_have_signed() {
    AttachmentId scan = AttachmentId.random();
    events.apply(
        drafted(),
        new AgreementSignedOnPaper(
            agreementId,
            story.note("N Dlamini"),
            LocalDate.of(2024, 9, 2),
            scan,
            "thandi",
            Story.NOON));
    assertThat(agreement())
        .returns("SIGNED", AgreementView::status)
        .returns("PAPER", AgreementView::signedBy)
        .returns("N Dlamini", AgreementView::signature)
        .returns(Instant.parse("2024-09-01T22:00:00Z"), AgreementView::signedAt)
        .returns(scan.value(), AgreementView::scanId)
        .returns("thandi", AgreementView::countersignedBy);
    AgreementViews views = new AgreementViews(stores.scope);
    String tenant = story.tenant.value();
    assertThat(views.bindsOn(tenant, story.matterId.value())).isTrue();
    assertThat(views.bindsOn("another", story.matterId.value())).isFalse();
    assertThat(views.bindsOn(tenant, UUID.randomUUID())).isFalse();
    events.assertNothingChangesWhenTheyComeAgain(this::agreement);
  }

  @Test
  void shows_why_an_agreement_came_to_nothing() {
    events.apply(drafted(), new AgreementCancelled(agreementId, story.note("no brief")));
    assertThat(agreement())
        .returns("CANCELLED", AgreementView::status)
        .returns("no brief", AgreementView::cancelReason);
    events.assertNothingChangesWhenTheyComeAgain(this::agreement);
  }

  @Test
  void follows_an_amendment_to_its_approval() {
    events.apply(proposed());
    assertThat(amendment())
        .returns("PENDING", ScopeAmendmentView::status)
        .returns("more witnesses", ScopeAmendmentView::reason)
        .returns(200L, it -> it.newEstimate().amount());
    events.apply(new ScopeAmendmentApproved(amendmentId, Channel.RECORDED_BY_ADVOCATE, "thandi"));
    assertThat(amendment())
        .returns("APPROVED", ScopeAmendmentView::status)
        .returns("thandi", ScopeAmendmentView::approvedBy);
    assertThat(
            amendments
                .page(
                    story.tenant.value(),
                    new ScopeAmendmentFilter(Set.of("APPROVED"), story.matterId.value()),
                    Sort.descending(ScopeAmendmentSort.CREATED_AT),
                    10,
                    null)
                .entries())
        .containsExactly(amendment());
    events.assertNothingChangesWhenTheyComeAgain(this::amendment);
  }

  @Test
  void tells_a_rejected_amendment_from_one_that_gave_way() {
    events.apply(proposed(), new ScopeAmendmentRejected(amendmentId, story.note("too much")));
    assertThat(amendment())
        .returns("REJECTED", ScopeAmendmentView::status)
        .returns("too much", ScopeAmendmentView::rejection);
    AmendmentId other = AmendmentId.random();
    events.apply(new ScopeAmendmentSuperseded(amendmentId, other));
    assertThat(amendment())
        .returns("SUPERSEDED", ScopeAmendmentView::status)
        .returns(other.value(), ScopeAmendmentView::supersededBy);
    events.assertNothingChangesWhenTheyComeAgain(this::amendment);
  }

  @Test
  void forgets_what_was_typed_about_a_matter_and_leaves_what_is_counted() {
    events.apply(
        drafted(),
        new AgreementSent(agreementId, story.client(), "hash", 1, END, Story.NOON),
        new AgreementSignedByClient(
            agreementId, story.note("N Dlamini"), Channel.PUBLIC_LINK, Story.NOON),
        proposed());
    Forgotten all = new Forgotten(true, true, true);
    agreementRows.forgetMatter(story.tenant.value(), story.matterId.value(), all);
    amendmentRows.forgetMatter(story.tenant.value(), story.matterId.value(), all);

    assertThat(agreement())
        .returns("[erased]", it -> it.client().name())
        .returns("[erased]", AgreementView::terms)
        .returns("[erased]", AgreementView::signature)
        .returns("SIGNED_BY_CLIENT", AgreementView::status)
        .returns(3L, AgreementView::version);
    assertThat(agreement().cancelReason()).isNull();
    assertThat(amendment())
        .returns("[erased]", ScopeAmendmentView::reason)
        .returns(100L, it -> it.originalEstimate().amount());
  }

  @Test
  void tells_since_when_prescription_runs_whatever_order_it_hears_of_payments_in() {
    events.apply(story.invoiceSent());
    assertThat(prescription())
        .returns(LocalDate.of(2024, 10, 31), PrescriptionView::dueDate)
        .returns(LocalDate.of(2024, 10, 31), PrescriptionView::runsFrom)
        .returns(LocalDate.of(2027, 10, 31), PrescriptionView::prescribesOn);
    events.apply(paidOn(LocalDate.of(2024, 10, 1)));
    assertThat(prescription().runsFrom()).isEqualTo(LocalDate.of(2024, 10, 31));
    events.apply(
        paidOn(LocalDate.of(2025, 3, 1)),
        new DebtAcknowledged(story.invoiceId, LocalDate.of(2025, 2, 1), null));
    assertThat(prescription().prescribesOn()).isEqualTo(LocalDate.of(2028, 3, 1));
    events.assertNothingChangesWhenTheyComeAgain(this::prescription);
  }

  private PaymentRecorded paidOn(LocalDate day) {
    return new PaymentRecorded(
        story.invoiceId,
        PaymentId.random(),
        Money.cents(100),
        PaymentMethod.EFT,
        day,
        null,
        Money.cents(3_162_400));
  }

  private PrescriptionView prescription() {
    return prescriptions.find(story.tenant.value(), story.invoiceId.value()).orElseThrow();
  }

  private List<AgreementView> listed(String status) {
    return agreements
        .page(
            story.tenant.value(),
            new AgreementFilter(Set.of(status), story.matterId.value(), null),
            Sort.descending(AgreementSort.CREATED_AT),
            10,
            null)
        .entries();
  }

  private AgreementView agreement() {
    return agreements.find(story.tenant.value(), agreementId.value()).orElseThrow();
  }

  private ScopeAmendmentView amendment() {
    return amendments.find(story.tenant.value(), amendmentId.value()).orElseThrow();
  }
}
