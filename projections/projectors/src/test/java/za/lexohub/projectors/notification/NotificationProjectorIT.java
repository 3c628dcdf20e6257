package za.lexohub.projectors.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.notification.InboxEvents.NotificationsMuted;
import za.lexohub.messages.notification.InboxEvents.NotificationsRead;
import za.lexohub.messages.notification.InboxId;
import za.lexohub.messages.notification.NotificationKind;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailFailed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDepleted;
import za.lexohub.messages.retainer.RetainerId;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.readmodels.notification.NotificationFilter;
import za.lexohub.readmodels.notification.NotificationRows;
import za.lexohub.readmodels.notification.NotificationSort;
import za.lexohub.readmodels.notification.NotificationView;
import za.lexohub.readmodels.notification.NotificationViews;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.PublishedPositions;

class NotificationProjectorIT {

  private static TestStores stores;

  private final Story story = new Story();
  private final NotificationViews views = new NotificationViews(stores.scope);
  private final InboxId thandi = InboxId.of(story.tenant, "thandi");
  private final InboxId sipho = InboxId.of(story.tenant, "sipho");
  private final Replayed events =
      new Replayed(
          new NotificationProjector(
              new NotificationRows(stores.scope), new PublishedPositions(stores.jdbc)),
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
  void tells_once_what_has_happened_and_to_what() {
    RetainerId retainer = RetainerId.random();
    events.apply(
        story.invoiceSent(),
        new InvoiceBecameOverdue(story.invoiceId, LocalDate.of(2024, 11, 1), Story.TOTALS.total()),
        new InvoicePaid(story.invoiceId, Story.TOTALS.total(), LocalDate.of(2024, 11, 2)),
        new MatterClosed(story.matterId, LocalDate.of(2024, 11, 3)),
        new RetainerDepleted(retainer),
        story.accepted());

    assertThat(seen(thandi))
        .extracting(NotificationView::kind)
        .containsExactlyInAnyOrder(
            "INVOICE_SENT",
            "INVOICE_OVERDUE",
            "INVOICE_PAID",
            "MATTER_CLOSED",
            "RETAINER_DEPLETED",
            "PRO_FORMA_ACCEPTED");
    assertThat(one("MATTER_CLOSED"))
        .returns("MATTER", NotificationView::subjectType)
        .returns(story.matterId.value(), NotificationView::subjectId)
        .returns(null, NotificationView::readAt);
    assertThat(one("RETAINER_DEPLETED").subjectId()).isEqualTo(retainer.value());
    events.assertNothingChangesWhenTheyComeAgain(() -> seen(thandi));
  }

  @Test
  void a_mail_about_a_pro_forma_that_nobody_got_is_told() {
    events.apply(
        story.requested(),
        new ProFormaLinkSent(story.proFormaId, 1, 1, story.client(), Story.NOON),
        new ProFormaMailFailed(story.proFormaId, 1, 0, "pro-forma-link", "no such mailbox"));

    assertThat(one("MAIL_FAILED"))
        .returns("PRO_FORMA", NotificationView::subjectType)
        .returns(story.proFormaId.value(), NotificationView::subjectId);
    events.assertNothingChangesWhenTheyComeAgain(() -> seen(thandi));
  }

  @Test
  void what_one_user_has_read_is_news_to_the_others() {
    events.apply(story.invoiceSent(), story.accepted());
    UUID sent = one("INVOICE_SENT").id();

    events.apply(new NotificationsRead(thandi, story.tenant, List.of(sent)));

    assertThat(unread(thandi))
        .extracting(NotificationView::kind)
        .containsExactly("PRO_FORMA_ACCEPTED");
    assertThat(unread(sipho)).hasSize(2);
    assertThat(one("INVOICE_SENT").readAt()).isNotNull();
    events.assertNothingChangesWhenTheyComeAgain(() -> List.of(seen(thandi), unread(sipho)));
  }

  @Test
  void what_is_muted_is_shown_only_when_asked_for() {
    events.apply(story.invoiceSent(), story.accepted());

    events.apply(
        new NotificationsMuted(thandi, story.tenant, List.of(NotificationKind.INVOICE_SENT)));
    assertThat(seen(thandi))
        .extracting(NotificationView::kind)
        .containsExactly("PRO_FORMA_ACCEPTED");
    assertThat(page(thandi, new NotificationFilter(Set.of("INVOICE_SENT"), false))).hasSize(1);
    assertThat(views.muted(story.tenant.value(), thandi.value())).containsExactly("INVOICE_SENT");
    assertThat(seen(sipho)).hasSize(2);

    events.apply(new NotificationsMuted(thandi, story.tenant, List.of()));
    assertThat(seen(thandi)).hasSize(2);
    events.assertNothingChangesWhenTheyComeAgain(() -> seen(thandi));
  }

  private List<NotificationView> seen(InboxId inbox) {
    return page(inbox, new NotificationFilter(Set.of(), false));
  }

  private List<NotificationView> unread(InboxId inbox) {
    return page(inbox, new NotificationFilter(Set.of(), true));
  }

  private NotificationView one(String kind) {
    return page(thandi, new NotificationFilter(Set.of(kind), false)).getFirst();
  }

  private List<NotificationView> page(InboxId inbox, NotificationFilter filter) {
    return views
        .page(
            story.tenant.value(),
            inbox.value(),
            filter,
            Sort.descending(NotificationSort.CREATED_AT),
            50,
            null)
        .entries();
  }
}
