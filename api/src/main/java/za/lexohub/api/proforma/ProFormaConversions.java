package za.lexohub.api.proforma;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import za.lexohub.api.input.Because;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.ProFormaCommands.ConvertProFormaToMatter;
import za.lexohub.messages.proforma.ProFormaCommands.ReverseProFormaConversion;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.role.CommandRole;

/** Makes a matter of a pro forma, and takes that back while nothing was done on it. */
@RestController
@CommandRole
@RequestMapping("/api/v1/pro-formas/{id}")
public final class ProFormaConversions {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Clock clock;

  ProFormaConversions(CommandEndpoint commands, Sealing sealing, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** The matter's id is the answer's {@code itemId}; the version is the pro forma's. */
  @PostMapping("/convert-to-matter")
  @Needs(Permission.CONVERT_PRO_FORMA)
  ResponseEntity<CommandAnswer> convertToMatter(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    MatterId matter = new MatterId(request.newId(caller.tenant(), "matter"));
    Ask ask =
        Ask.change(
                caller.actor(),
                id,
                () ->
                    new ConvertProFormaToMatter(
                        new ProFormaId(id),
                        caller.tenant(),
                        matter,
                        BusinessTime.dateAt(clock.instant())))
            .answering(
                (answer, outcome) ->
                    new CommandAnswer(
                        answer.id(), answer.version(), null, null, matter.toString()));
    return commands.handle(request, ask);
  }

  @PostMapping("/reverse-conversion")
  @Needs(Permission.REVERSE_CONVERSION)
  ResponseEntity<CommandAnswer> reverseConversion(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new ReverseProFormaConversion(
                    new ProFormaId(id),
                    caller.tenant(),
                    sealing.note(caller.tenant(), id, body.reason()))));
  }
}
