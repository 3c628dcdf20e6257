package za.lexohub.messages.notification;

import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;

/** What may be asked of an inbox. Repeating a command that has had its effect changes nothing. */
public sealed interface InboxCommands extends TenantCommand {

  InboxId inboxId();

  /** Takes 1 to 500 at once. */
  record MarkNotificationsRead(
      @TargetAggregateIdentifier InboxId inboxId, TenantId tenant, List<UUID> notificationIds)
      implements InboxCommands {
    public MarkNotificationsRead {
      notificationIds = List.copyOf(notificationIds);
      Shape.between("the number of ids", notificationIds.size(), 1, 500);
    }
  }

  /** Replaces what was muted before. */
  record MuteNotifications(
      @TargetAggregateIdentifier InboxId inboxId, TenantId tenant, List<NotificationKind> kinds)
      implements InboxCommands {
    public MuteNotifications {
      kinds = List.copyOf(kinds);
    }
  }
}
