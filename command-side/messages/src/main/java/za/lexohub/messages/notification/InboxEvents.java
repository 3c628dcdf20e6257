package za.lexohub.messages.notification;

import java.util.List;
import java.util.UUID;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.serialization.EventType;

/** What a user has read and does not want to read. */
public sealed interface InboxEvents extends DomainEvent {

  InboxId inboxId();

  /** The user has read these. */
  @EventType("NotificationsRead")
  record NotificationsRead(InboxId inboxId, TenantId tenantId, List<UUID> notificationIds)
      implements InboxEvents {
    public NotificationsRead {
      notificationIds = List.copyOf(notificationIds);
    }
  }

  /** The user wants none of these kinds; all others again. */
  @EventType("NotificationsMuted")
  record NotificationsMuted(InboxId inboxId, TenantId tenantId, List<NotificationKind> kinds)
      implements InboxEvents {
    public NotificationsMuted {
      kinds = List.copyOf(kinds);
    }
  }
}
