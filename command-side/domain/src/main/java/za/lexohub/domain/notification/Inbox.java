package za.lexohub.domain.notification;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.notification.InboxCommands.MarkNotificationsRead;
import za.lexohub.messages.notification.InboxCommands.MuteNotifications;
import za.lexohub.messages.notification.InboxEvents.NotificationsMuted;
import za.lexohub.messages.notification.InboxEvents.NotificationsRead;
import za.lexohub.messages.notification.InboxId;
import za.lexohub.messages.notification.NotificationKind;

/**
 * What one user has read and muted. It begins with the first of the two. Of what was read it
 * remembers the newest {@value #REMEMBERED} alone: it is there to leave out what a repeated request
 * says twice, and an old notice that is said to be read once more stays read.
 */
@Aggregate(cache = "aggregateCache")
class Inbox implements TenantOwned {
  /** Four times what one command may name. */
  static final int REMEMBERED = 2_000;

  @AggregateIdentifier private InboxId id;
  private @Nullable TenantId tenant;

  /** The oldest first. */
  private final SequencedSet<UUID> read = new LinkedHashSet<>();

  private final Set<NotificationKind> muted = EnumSet.noneOf(NotificationKind.class);

  Inbox() {}

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(MarkNotificationsRead command) {
    List<UUID> unread =
        command.notificationIds().stream().distinct().filter(it -> !read.contains(it)).toList();
    if (!unread.isEmpty()) {
      apply(new NotificationsRead(command.inboxId(), command.tenant(), unread));
    }
  }

  @EventSourcingHandler
  void evolve(NotificationsRead event) {
    begin(event.inboxId(), event.tenantId());
    event.notificationIds().forEach(read::addLast);
    while (read.size() > REMEMBERED) {
      read.removeFirst();
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(MuteNotifications command) {
    List<NotificationKind> kinds = command.kinds().stream().distinct().sorted().toList();
    if (!kinds.equals(muted.stream().sorted().toList())) {
      apply(new NotificationsMuted(command.inboxId(), command.tenant(), kinds));
    }
  }

  @EventSourcingHandler
  void evolve(NotificationsMuted event) {
    begin(event.inboxId(), event.tenantId());
    muted.clear();
    muted.addAll(event.kinds());
  }

  private void begin(InboxId inboxId, TenantId owner) {
    id = inboxId;
    tenant = owner;
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
