package za.lexohub.api.matter;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import za.lexohub.api.input.MaybeBecause;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.matter.MatterCommands.ActivateMatter;
import za.lexohub.messages.matter.MatterCommands.ArchiveMatter;
import za.lexohub.messages.matter.MatterCommands.CloseMatter;
import za.lexohub.messages.matter.MatterCommands.OpenMatter;
import za.lexohub.messages.matter.MatterCommands.PutMatterOnHold;
import za.lexohub.messages.matter.MatterCommands.ReopenMatter;
import za.lexohub.messages.matter.MatterCommands.ResumeMatter;
import za.lexohub.messages.matter.MatterCommands.SetMatterTerms;
import za.lexohub.messages.matter.MatterCommands.SettleMatter;
import za.lexohub.messages.matter.MatterCommands.UnarchiveMatter;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.role.CommandRole;

/** Opens matters and moves them through their life. */
@RestController
@CommandRole
@RequestMapping("/api/v1/matters")
public final class MatterChanges {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Clock clock;

  MatterChanges(CommandEndpoint commands, Sealing sealing, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.clock = clock;
  }

  @PostMapping
  @Needs(Permission.OPEN_MATTER)
  ResponseEntity<CommandAnswer> open(
      Caller caller, CommandRequest request, @Valid @RequestBody NewMatter body) {
    UUID id = request.newId(caller.tenant(), "matter");
    Supplier<TenantCommand> command =
        () ->
            new OpenMatter(
                new MatterId(id),
                caller.tenant(),
                body.matterType().strip(),
                sealing.client(caller.tenant(), id, body.client()),
                sealing.attorney(caller.tenant(), id, body.attorney()),
                sealing.wording(
                    caller.tenant(), id, body.title(), body.description(), null, List.of()),
                Boolean.TRUE.equals(body.vatExempt()),
                body.courtCaseNumber(),
                body.openedOn() == null ? today() : body.openedOn(),
                Boolean.TRUE.equals(body.pending()));
    return commands.handle(request, Ask.creation(caller.actor(), id, "/api/v1/matters", command));
  }

  @PostMapping("/{id}/put-on-hold")
  @Needs(Permission.EDIT_MATTER)
  ResponseEntity<CommandAnswer> putOnHold(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    return change(
        caller,
        request,
        id,
        () ->
            new PutMatterOnHold(
                new MatterId(id),
                caller.tenant(),
                sealing.note(caller.tenant(), id, body.reason())));
  }

  @PostMapping("/{id}/resume")
  @Needs(Permission.EDIT_MATTER)
  ResponseEntity<CommandAnswer> resume(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return change(caller, request, id, () -> new ResumeMatter(new MatterId(id), caller.tenant()));
  }

  @PostMapping("/{id}/settle")
  @Needs(Permission.EDIT_MATTER)
  ResponseEntity<CommandAnswer> settle(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable OnDate body) {
    return change(
        caller,
        request,
        id,
        () -> new SettleMatter(new MatterId(id), caller.tenant(), OnDate.or(body, today())));
  }

  @PostMapping("/{id}/close")
  @Needs(Permission.EDIT_MATTER)
  ResponseEntity<CommandAnswer> close(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable OnDate body) {
    return change(
        caller,
        request,
        id,
        () -> new CloseMatter(new MatterId(id), caller.tenant(), OnDate.or(body, today())));
  }

  @PostMapping("/{id}/activate")
  @Needs(Permission.EDIT_MATTER)
  ResponseEntity<CommandAnswer> activate(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable OnDate body) {
    return change(
        caller,
        request,
        id,
        () -> new ActivateMatter(new MatterId(id), caller.tenant(), OnDate.or(body, today())));
  }

  @PostMapping("/{id}/reopen")
  @Needs(Permission.REOPEN_MATTER)
  ResponseEntity<CommandAnswer> reopen(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    return change(
        caller,
        request,
        id,
        () ->
            new ReopenMatter(
                new MatterId(id),
                caller.tenant(),
                sealing.note(caller.tenant(), id, body.reason())));
  }

  @PostMapping("/{id}/set-terms")
  @Needs(Permission.EDIT_MATTER)
  ResponseEntity<CommandAnswer> setTerms(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody TermsInput body) {
    return change(
        caller,
        request,
        id,
        () -> new SetMatterTerms(new MatterId(id), caller.tenant(), body.terms()));
  }

  @PostMapping("/{id}/archive")
  @Needs(Permission.ARCHIVE_MATTER)
  ResponseEntity<CommandAnswer> archive(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable MaybeBecause body) {
    return change(
        caller,
        request,
        id,
        () ->
            new ArchiveMatter(
                new MatterId(id),
                caller.tenant(),
                sealing.noteIfGiven(caller.tenant(), id, MaybeBecause.in(body))));
  }

  @PostMapping("/{id}/unarchive")
  @Needs(Permission.ARCHIVE_MATTER)
  ResponseEntity<CommandAnswer> unarchive(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return change(
        caller, request, id, () -> new UnarchiveMatter(new MatterId(id), caller.tenant()));
  }

  private ResponseEntity<CommandAnswer> change(
      Caller caller, CommandRequest request, UUID id, Supplier<TenantCommand> command) {
    return commands.handle(request, Ask.change(caller.actor(), id, command));
  }

  private LocalDate today() {
    return BusinessTime.dateAt(clock.instant());
  }
}
