package za.lexohub.api.notification;

import jakarta.validation.Valid;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.command.Ask;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.command.NoVersion;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.notification.InboxCommands.MarkNotificationsRead;
import za.lexohub.messages.notification.InboxCommands.MuteNotifications;
import za.lexohub.messages.notification.InboxId;
import za.lexohub.role.CommandRole;

/** What a user does with notices: each with those of the own inbox. */
@RestController
@CommandRole
@RequestMapping("/api/v1/notifications")
public final class NotificationChanges {
  private final CommandEndpoint commands;

  NotificationChanges(CommandEndpoint commands) {
    this.commands = commands;
  }

  @PostMapping("/mark-read")
  @Needs(Permission.READ_NOTIFICATIONS)
  @NoVersion
  ResponseEntity<CommandAnswer> markRead(
      Caller caller, CommandRequest request, @Valid @RequestBody NotificationBodies.Read body) {
    return change(
        caller, request, inbox -> new MarkNotificationsRead(inbox, caller.tenant(), body.ids()));
  }

  @PostMapping("/mute")
  @Needs(Permission.READ_NOTIFICATIONS)
  @NoVersion
  ResponseEntity<CommandAnswer> mute(
      Caller caller, CommandRequest request, @Valid @RequestBody NotificationBodies.Mute body) {
    return change(
        caller, request, inbox -> new MuteNotifications(inbox, caller.tenant(), body.kinds()));
  }

  private ResponseEntity<CommandAnswer> change(
      Caller caller, CommandRequest request, Function<InboxId, TenantCommand> command) {
    InboxId inbox = InboxId.of(caller.tenant(), caller.subject());
    return commands.handle(
        request, Ask.unconditional(caller.actor(), inbox, () -> command.apply(inbox)));
  }
}
