package za.lexohub.api.invitation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.command.Ask;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.command.NoVersion;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.matter.MatterCommands.RequestMatterNotification;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.role.CommandRole;

/** Tells a matter's attorney by mail where to log in; what it then sees is a grant's affair. */
@RestController
@CommandRole
public final class Invitations {
  private static final String INVITATION = "matter-invitation";

  private final CommandEndpoint commands;

  Invitations(CommandEndpoint commands) {
    this.commands = commands;
  }

  @PostMapping("/api/v1/matters/{id}/invite")
  @Needs(Permission.GRANT_ACCESS)
  @NoVersion
  ResponseEntity<CommandAnswer> invite(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return commands.handle(
        request,
        Ask.unconditional(
            caller.actor(),
            id,
            () -> new RequestMatterNotification(new MatterId(id), caller.tenant(), INVITATION)));
  }
}
