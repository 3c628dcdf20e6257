package za.lexohub.api.matter;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
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
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.matter.MatterCommands.AcceptBrief;
import za.lexohub.messages.matter.MatterCommands.CompleteConflictCheck;
import za.lexohub.messages.matter.MatterCommands.DeclineMatter;
import za.lexohub.messages.matter.MatterCommands.OverrideConflict;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.role.CommandRole;

/** Takes requested briefs or not, and looks for conflicts before. */
@RestController
@CommandRole
@RequestMapping("/api/v1/matters/{id}")
public final class BriefDecisions {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Clock clock;

  BriefDecisions(CommandEndpoint commands, Sealing sealing, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.clock = clock;
  }

  @PostMapping("/accept")
  @Needs(Permission.EDIT_MATTER)
  ResponseEntity<CommandAnswer> accept(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable AcceptInput body) {
    return change(
        caller, request, id, () -> accept(id, caller, body == null ? AcceptInput.PLAIN : body));
  }

  @PostMapping("/decline")
  @Needs(Permission.EDIT_MATTER)
  ResponseEntity<CommandAnswer> decline(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    return change(
        caller,
        request,
        id,
        () ->
            new DeclineMatter(
                new MatterId(id),
                caller.tenant(),
                sealing.note(caller.tenant(), id, body.reason())));
  }

  @PostMapping("/complete-conflict-check")
  @Needs(Permission.CHECK_CONFLICT)
  ResponseEntity<CommandAnswer> completeConflictCheck(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody ConflictInput body) {
    return change(
        caller,
        request,
        id,
        () ->
            new CompleteConflictCheck(
                new MatterId(id),
                caller.tenant(),
                body.cleared(),
                sealing.noteIfGiven(caller.tenant(), id, body.notes()),
                body.date() == null ? today() : body.date()));
  }

  @PostMapping("/override-conflict")
  @Needs(Permission.OVERRIDE_CONFLICT)
  ResponseEntity<CommandAnswer> overrideConflict(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    return change(
        caller,
        request,
        id,
        () ->
            new OverrideConflict(
                new MatterId(id),
                caller.tenant(),
                sealing.note(caller.tenant(), id, body.reason()),
                today()));
  }

  private AcceptBrief accept(UUID id, Caller caller, AcceptInput body) {
    return new AcceptBrief(
        new MatterId(id),
        caller.tenant(),
        Boolean.TRUE.equals(body.vatExempt()),
        body.courtCaseNumber(),
        body.acceptedOn() == null ? today() : body.acceptedOn());
  }

  private ResponseEntity<CommandAnswer> change(
      Caller caller, CommandRequest request, UUID id, Supplier<TenantCommand> command) {
    return commands.handle(request, Ask.change(caller.actor(), id, command));
  }

  private LocalDate today() {
    return BusinessTime.dateAt(clock.instant());
  }
}
