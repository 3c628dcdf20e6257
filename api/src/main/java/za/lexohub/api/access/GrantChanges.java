package za.lexohub.api.access;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.command.Ask;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.matter.MatterCommands.GrantMatterAccess;
import za.lexohub.messages.matter.MatterCommands.RevokeMatterAccess;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.role.CommandRole;

/** Lets attorneys with a login see a matter, and takes it back. */
@RestController
@CommandRole
@RequestMapping("/api/v1/matters/{id}")
public final class GrantChanges {
  private final CommandEndpoint commands;
  private final Sealing sealing;

  GrantChanges(CommandEndpoint commands, Sealing sealing) {
    this.commands = commands;
    this.sealing = sealing;
  }

  @PostMapping("/grant-access")
  @Needs(Permission.GRANT_ACCESS)
  ResponseEntity<CommandAnswer> grant(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody AccessBodies.Grant body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new GrantMatterAccess(
                    new MatterId(id), caller.tenant(), body.attorneyId(), body.level())));
  }

  @PostMapping("/revoke-access")
  @Needs(Permission.GRANT_ACCESS)
  ResponseEntity<CommandAnswer> revoke(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody AccessBodies.Revocation body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new RevokeMatterAccess(
                    new MatterId(id),
                    caller.tenant(),
                    body.attorneyId().strip(),
                    sealing.noteIfGiven(caller.tenant(), id, body.reason()))));
  }
}
