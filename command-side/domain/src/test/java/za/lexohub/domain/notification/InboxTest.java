package za.lexohub.domain.notification;

import static za.lexohub.messages.notification.NotificationKind.INVOICE_PAID;
import static za.lexohub.messages.notification.NotificationKind.INVOICE_SENT;
import static za.lexohub.messages.notification.NotificationKind.MATTER_CLOSED;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.notification.InboxCommands.MarkNotificationsRead;
import za.lexohub.messages.notification.InboxCommands.MuteNotifications;
import za.lexohub.messages.notification.InboxEvents.NotificationsMuted;
import za.lexohub.messages.notification.InboxEvents.NotificationsRead;
import za.lexohub.messages.notification.InboxId;

class InboxTest {
  private static final TenantId JHB = Samples.JHB;
  private static final InboxId ID = InboxId.of(JHB, "thandi");
  private static final UUID ONE = UUID.randomUUID();
  private static final UUID TWO = UUID.randomUUID();

  private final Specification<Inbox> inbox = Specification.of(Inbox.class);

  private static MarkNotificationsRead read(UUID... notices) {
    return new MarkNotificationsRead(ID, JHB, List.of(notices));
  }

  @Test
  void remembersWhatWasNotReadBefore() {
    NotificationsRead first = new NotificationsRead(ID, JHB, List.of(ONE));

    inbox.when(read(ONE, ONE)).publishes(first);
    inbox.given(first).when(read(ONE)).changesNothing();
    inbox.given(first).when(read(ONE, TWO)).publishes(new NotificationsRead(ID, JHB, List.of(TWO)));
  }

  /**
   * However many there were: what was read long ago may be said again, which changes no reading.
   */
  @Test
  void remembersTheNewestAlone() {
    NotificationsRead[] years =
        Stream.generate(
                () ->
                    new NotificationsRead(
                        ID, JHB, Stream.generate(UUID::randomUUID).limit(500).toList()))
            .limit(5)
            .toArray(NotificationsRead[]::new);
    UUID newest = years[4].notificationIds().getLast();
    UUID firstRemembered = years[1].notificationIds().getFirst();
    UUID forgotten = years[0].notificationIds().getLast();

    inbox.given((Object[]) years).when(read(newest, firstRemembered)).changesNothing();
    inbox
        .given((Object[]) years)
        .when(read(forgotten))
        .publishes(new NotificationsRead(ID, JHB, List.of(forgotten)));
  }

  @Test
  void whatIsMutedReplacesWhatWasMutedBefore() {
    NotificationsMuted some = new NotificationsMuted(ID, JHB, List.of(INVOICE_SENT, INVOICE_PAID));

    inbox
        .when(new MuteNotifications(ID, JHB, List.of(INVOICE_PAID, INVOICE_SENT, INVOICE_PAID)))
        .publishes(some);
    inbox
        .given(some)
        .when(new MuteNotifications(ID, JHB, List.of(INVOICE_PAID, INVOICE_SENT)))
        .changesNothing();
    inbox
        .given(some)
        .when(new MuteNotifications(ID, JHB, List.of(MATTER_CLOSED)))
        .publishes(new NotificationsMuted(ID, JHB, List.of(MATTER_CLOSED)));
    inbox
        .given(some)
        .when(new MuteNotifications(ID, JHB, List.of()))
        .publishes(new NotificationsMuted(ID, JHB, List.of()));
  }

  @Test
  void nothingMutedAtFirstIsNoNews() {
    inbox.when(new MuteNotifications(ID, JHB, List.of())).changesNothing();
  }

  @Test
  void anotherTenantFindsNothing() {
    inbox
        .given(new NotificationsRead(ID, JHB, List.of(ONE)))
        .when(new MarkNotificationsRead(ID, Samples.STRANGER, List.of(TWO)))
        .findsNothing();
  }

  @Test
  void takesOneToFiveHundredAtOnce() {
    Assertions.assertThatIllegalArgumentException().isThrownBy(() -> read());
    Assertions.assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new MarkNotificationsRead(ID, JHB, java.util.Collections.nCopies(501, ONE)));
  }
}
