package za.lexohub.api.work;

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
import za.lexohub.api.command.Creates;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.work.WorkCommands.LogDisbursement;
import za.lexohub.messages.work.WorkCommands.LogService;
import za.lexohub.messages.work.WorkCommands.LogTime;
import za.lexohub.messages.work.WorkItemId;
import za.lexohub.role.CommandRole;

/** Logs work on matters. Two people log at once, so no version is asked for. */
@RestController
@CommandRole
@RequestMapping("/api/v1/matters/{id}")
public final class WorkChanges {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Clock clock;

  WorkChanges(CommandEndpoint commands, Sealing sealing, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.clock = clock;
  }

  @PostMapping("/time-entries")
  @Needs(Permission.LOG_WORK)
  @Creates
  ResponseEntity<CommandAnswer> logTime(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody TimeInput body) {
    UUID item = request.newId(caller.tenant(), "work-item");
    return log(
        caller,
        request,
        id,
        item,
        () ->
            new LogTime(
                new MatterId(id),
                caller.tenant(),
                new WorkItemId(item),
                day(body.date()),
                body.minutes(),
                body.hourly(),
                body.charged(),
                vat(body.vatTreatment()),
                sealing.note(caller.tenant(), id, body.description()),
                today()));
  }

  @PostMapping("/services")
  @Needs(Permission.LOG_WORK)
  @Creates
  ResponseEntity<CommandAnswer> logService(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody ServiceInput body) {
    UUID item = request.newId(caller.tenant(), "work-item");
    return log(
        caller,
        request,
        id,
        item,
        () ->
            new LogService(
                new MatterId(id),
                caller.tenant(),
                new WorkItemId(item),
                day(body.date()),
                body.category(),
                body.quantity(),
                body.rate().money(),
                vat(body.vatTreatment()),
                sealing.note(caller.tenant(), id, body.description()),
                today()));
  }

  @PostMapping("/disbursements")
  @Needs(Permission.LOG_WORK)
  @Creates
  ResponseEntity<CommandAnswer> logDisbursement(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody DisbursementInput body) {
    UUID item = request.newId(caller.tenant(), "work-item");
    return log(
        caller,
        request,
        id,
        item,
        () ->
            new LogDisbursement(
                new MatterId(id),
                caller.tenant(),
                new WorkItemId(item),
                day(body.date()),
                body.type(),
                body.cost().money(),
                body.markup(),
                vat(body.vatTreatment()),
                sealing.note(caller.tenant(), id, body.description()),
                today()));
  }

  private ResponseEntity<CommandAnswer> log(
      Caller caller, CommandRequest request, UUID id, UUID item, Supplier<TenantCommand> command) {
    return commands.handle(
        request,
        Ask.unconditional(caller.actor(), id, command)
            .creating("/api/v1/matters/" + id + "/work-items/" + item)
            .answering(
                (answer, outcome) ->
                    new CommandAnswer(
                        answer.id(),
                        answer.version(),
                        answer.link(),
                        answer.paymentId(),
                        item.toString())));
  }

  private LocalDate day(@Nullable LocalDate given) {
    return given == null ? today() : given;
  }

  private static VatTreatment vat(@Nullable VatTreatment given) {
    return given == null ? VatTreatment.STANDARD : given;
  }

  private LocalDate today() {
    return BusinessTime.dateAt(clock.instant());
  }
}
