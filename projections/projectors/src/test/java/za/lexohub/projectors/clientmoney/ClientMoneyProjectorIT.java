package za.lexohub.projectors.clientmoney;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateDetailsChanged;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateRegistered;
import za.lexohub.messages.practice.AdvocateEvents.BrandingSet;
import za.lexohub.messages.practice.AdvocateEvents.NumberFormatsChanged;
import za.lexohub.messages.practice.AdvocateEvents.OverpaymentPolicySet;
import za.lexohub.messages.practice.AdvocateEvents.PracticeProfileChanged;
import za.lexohub.messages.practice.AdvocateEvents.ReminderPolicySet;
import za.lexohub.messages.practice.AdvocateEvents.VatRegistrationChanged;
import za.lexohub.messages.practice.AdvocateId;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.NumberFormat;
import za.lexohub.messages.practice.OverpaymentPolicy;
import za.lexohub.messages.practice.PracticeProfile;
import za.lexohub.messages.practice.ReminderDay;
import za.lexohub.messages.practice.ReminderType;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.messages.retainer.RetainerEvents.RetainerAgreed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerBalanceLow;
import za.lexohub.messages.retainer.RetainerEvents.RetainerCancelled;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDepleted;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDeposited;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawdownReversed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDrawnDown;
import za.lexohub.messages.retainer.RetainerEvents.RetainerExpired;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRefunded;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRenewed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerReplenished;
import za.lexohub.messages.retainer.RetainerId;
import za.lexohub.messages.retainer.RetainerType;
import za.lexohub.messages.trust.TrustAccountEvents.TrustAccountOpened;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyReceived;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyRefunded;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyTransferred;
import za.lexohub.messages.trust.TrustAccountEvents.TrustReconciled;
import za.lexohub.messages.trust.TrustAccountEvents.TrustTransferReversed;
import za.lexohub.messages.trust.TrustAccountId;
import za.lexohub.messages.trust.TrustAuthorization;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.projectors.practice.PracticeProjector;
import za.lexohub.projectors.retainer.RetainerProjector;
import za.lexohub.projectors.trust.TrustAccountProjector;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.practice.PracticeRows;
import za.lexohub.readmodels.practice.PracticeView;
import za.lexohub.readmodels.practice.PracticeViews;
import za.lexohub.readmodels.retainer.RetainerRows;
import za.lexohub.readmodels.retainer.RetainerView;
import za.lexohub.readmodels.retainer.RetainerView.Movement;
import za.lexohub.readmodels.retainer.RetainerViews;
import za.lexohub.readmodels.trust.TrustAccountView;
import za.lexohub.readmodels.trust.TrustEntryFilter;
import za.lexohub.readmodels.trust.TrustEntrySort;
import za.lexohub.readmodels.trust.TrustEntryView;
import za.lexohub.readmodels.trust.TrustRows;
import za.lexohub.readmodels.trust.TrustViews;

class ClientMoneyProjectorIT {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 7);
  private static TestStores stores;

  private final Story story = new Story();
  private final String tenant = story.tenant.value();
  private final PublishedPositions positions = new PublishedPositions(stores.jdbc);
  private final OpenedText opened = new OpenedText(story.vault);

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  private Replayed told(Object projector) {
    return new Replayed(projector, stores.transactions, story);
  }

  private PersonalDataErased matterErased() {
    return new PersonalDataErased(
        PersonalFileId.of(FileReference.of(story.matterId)),
        story.tenant,
        new ErasedData(
            FileReference.of(story.matterId), List.of(FileSubject.values()), List.of(), List.of()),
        story.note("asked"),
        List.of(),
        Instant.EPOCH);
  }

  @Test
  void shows_a_practice_and_what_it_chose() {
    AdvocateId id = AdvocateId.of(story.tenant);
    Replayed events =
        told(new PracticeProjector(new PracticeRows(stores.scope), opened, positions));
    PracticeViews views = new PracticeViews(stores.scope);
    SupplierDetails details =
        new SupplierDetails(
            "Adv T",
            "t@m.example",
            null,
            "Sandton",
            "JHB1",
            null,
            new SupplierDetails.Banking("Bank", "T", "1", "2", null));
    events.apply(
        new AdvocateRegistered(
            id,
            story.tenant,
            Bar.JOHANNESBURG,
            PracticeProfile.REFERRAL,
            story.vault.seal(story.tenant, UUID.randomUUID(), (Object) details)),
        new AdvocateDetailsChanged(
            id, Bar.CAPE_TOWN, story.vault.seal(story.tenant, UUID.randomUUID(), (Object) details)),
        new VatRegistrationChanged(id, true, DAY),
        new VatRegistrationChanged(id, false, DAY.plusYears(1)),
        new PracticeProfileChanged(id, PracticeProfile.TRUST_ACCOUNT, DAY),
        new NumberFormatsChanged(id, List.of(new NumberFormat(NumberSeries.INVOICE, "A-YY-NN"))),
        new NumberFormatsChanged(id, List.of(new NumberFormat(NumberSeries.MATTER, "M-YY-NN"))),
        new ReminderPolicySet(id, false, List.of(new ReminderDay(ReminderType.FIRST, 9))),
        new OverpaymentPolicySet(id, OverpaymentPolicy.CREDIT_UNALLOCATED),
        new BrandingSet(id, null, "#112233"));

    PracticeView practice = views.find(tenant).orElseThrow();
    assertThat(practice)
        .returns("CAPE_TOWN", PracticeView::bar)
        .returns("TRUST_ACCOUNT", PracticeView::profile)
        .returns(DAY, PracticeView::fidelityCertificateUntil)
        .returns(false, PracticeView::autoRemind)
        .returns("CREDIT_UNALLOCATED", PracticeView::overpaymentPolicy)
        .returns("#112233", PracticeView::colour)
        .returns(10L, PracticeView::version);
    assertThat(practice.particulars().banking().accountNumber()).isEqualTo("1");
    assertThat(practice.vatTurns())
        .containsEntry("2026-09-07", true)
        .containsEntry("2027-09-07", false);
    assertThat(practice.numberFormats())
        .containsEntry("INVOICE", "A-YY-NN")
        .containsEntry("MATTER", "M-YY-NN");
    assertThat(practice.reminderDays()).containsExactly(new PracticeView.Reminder("FIRST", 9));
    events.assertNothingChangesWhenTheyComeAgain(() -> views.find(tenant));
  }

  @Test
  void follows_a_retainer_and_forgets_what_was_typed_about_it() {
    RetainerId id = RetainerId.random();
    PaymentId payment = PaymentId.random();
    RetainerViews views = new RetainerViews(stores.scope);
    Replayed events =
        told(new RetainerProjector(new RetainerRows(stores.scope), opened, positions));
    events.apply(
        new RetainerAgreed(
            id,
            story.tenant,
            story.matterId,
            RetainerType.MONTHLY,
            Money.cents(1_000),
            DAY,
            DAY.plusDays(29),
            true,
            20,
            story.note("for the appeal")),
        new RetainerDeposited(
            id,
            UUID.randomUUID(),
            Money.cents(1_000),
            PaymentMethod.EFT,
            DAY,
            story.note("FNB 1"),
            Money.cents(1_000)),
        new RetainerDrawnDown(
            id, story.invoiceId, payment, Money.cents(1_000), DAY, Money.cents(0)),
        new RetainerBalanceLow(id, Money.cents(0), Money.cents(200)),
        new RetainerDepleted(id));
    assertThat(views.find(tenant, id.value()).orElseThrow())
        .returns("DEPLETED", RetainerView::status)
        .returns(true, RetainerView::low);
    events.apply(
        new RetainerDrawdownReversed(
            id,
            story.invoiceId,
            payment,
            Money.cents(1_000),
            story.note("mistake"),
            Money.cents(1_000)),
        new RetainerReplenished(id),
        new RetainerRenewed(id, DAY.plusDays(30), DAY.plusDays(59)),
        new RetainerRefunded(id, Money.cents(400), DAY, story.note("too much"), Money.cents(600)));
    RetainerView active = views.find(tenant, id.value()).orElseThrow();
    assertThat(active)
        .returns("ACTIVE", RetainerView::status)
        .returns(false, RetainerView::low)
        .returns(DAY.plusDays(59), RetainerView::endsOn)
        .returns("for the appeal", RetainerView::terms);
    assertThat(active.balance().amount()).isEqualTo(600);
    assertThat(active.movements())
        .extracting(Movement::kind, Movement::note)
        .containsExactly(
            tuple("DEPOSIT", "FNB 1"),
            tuple("DRAWDOWN", null),
            tuple("REVERSAL", "mistake"),
            tuple("REFUND", "too much"));
    events.apply(
        new RetainerExpired(id, DAY.plusDays(60)),
        new RetainerRefunded(id, Money.cents(600), DAY, story.note("rest"), Money.cents(0)),
        new RetainerCancelled(id, story.note("ended")));
    assertThat(views.find(tenant, id.value()).orElseThrow().status()).isEqualTo("CANCELLED");
    events.assertNothingChangesWhenTheyComeAgain(() -> views.find(tenant, id.value()));

    events.apply(matterErased());
    RetainerView erased = views.find(tenant, id.value()).orElseThrow();
    assertThat(erased)
        .returns("[erased]", RetainerView::terms)
        .returns("[erased]", RetainerView::cancelReason);
    assertThat(erased.movements())
        .extracting(Movement::note)
        .containsExactly("[erased]", null, "[erased]", "[erased]", "[erased]");
  }

  @Test
  void keeps_trust_money_by_matter_and_forgets_what_was_typed_about_it() {
    TrustAccountId id = TrustAccountId.of(story.tenant);
    UUID received = UUID.randomUUID();
    UUID moved = UUID.randomUUID();
    UUID refunded = UUID.randomUUID();
    TrustViews views = new TrustViews(stores.scope);
    Replayed events =
        told(new TrustAccountProjector(new TrustRows(stores.scope), opened, positions));
    events.apply(
        new TrustAccountOpened(
            id,
            story.tenant,
            story.vault.seal(
                story.tenant,
                UUID.randomUUID(),
                (Object) new SupplierDetails.Banking("Bank", "Trust T", "9", "2", null)),
            DAY),
        new TrustMoneyReceived(
            id,
            received,
            story.matterId,
            "TR-2026-0001",
            Money.cents(900),
            PaymentMethod.EFT,
            DAY,
            story.note("FNB 2"),
            Money.cents(900),
            Money.cents(900)),
        new TrustMoneyTransferred(
            id,
            moved,
            story.matterId,
            story.invoiceId,
            TrustAuthorization.INVOICE_PAYMENT,
            Money.cents(500),
            DAY,
            story.note("by letter"),
            Money.cents(400),
            Money.cents(400)),
        new TrustMoneyRefunded(
            id,
            refunded,
            story.matterId,
            Money.cents(100),
            DAY,
            story.note("rest"),
            Money.cents(300),
            Money.cents(300)));
    assertThat(account(views).matters()).hasSize(1);
    assertThat(account(views).matters().getFirst().balance().amount()).isEqualTo(300);
    events.apply(
        new TrustTransferReversed(
            id,
            moved,
            story.matterId,
            story.invoiceId,
            Money.cents(500),
            story.note("mistake"),
            Money.cents(800),
            Money.cents(800)),
        new TrustReconciled(
            id,
            DAY,
            Money.cents(800),
            Money.cents(790),
            Money.cents(-10),
            story.note("bank charges")));

    TrustAccountView account = account(views);
    assertThat(account.bank().accountName()).isEqualTo("Trust T");
    assertThat(account.balance().amount()).isEqualTo(800);
    assertThat(account.matters().getFirst().balance().amount()).isEqualTo(800);
    assertThat(account.reconciliation().difference().amount()).isEqualTo(-10);
    assertThat(account.version()).isEqualTo(6);
    assertThat(entries(views))
        .extracting(TrustEntryView::kind, TrustEntryView::reversed, TrustEntryView::note)
        .containsExactlyInAnyOrder(
            tuple("RECEIPT", false, "FNB 2"),
            tuple("TRANSFER", true, "by letter"),
            tuple("REFUND", false, "rest"));
    events.assertNothingChangesWhenTheyComeAgain(() -> List.of(account(views), entries(views)));

    events.apply(matterErased());
    assertThat(entries(views)).extracting(TrustEntryView::note).containsOnly("[erased]");
    assertThat(entries(views))
        .extracting(TrustEntryView::reversedReason)
        .containsOnlyOnce("[erased]");
  }

  private TrustAccountView account(TrustViews views) {
    return views.find(tenant).orElseThrow();
  }

  private List<TrustEntryView> entries(TrustViews views) {
    return views
        .page(
            tenant,
            new TrustEntryFilter(Set.of(), story.matterId.value(), null, Range.all()),
            Sort.descending(TrustEntrySort.DATE),
            10,
            null)
        .entries();
  }
}
