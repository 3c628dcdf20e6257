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
import za.lexohub.api.input.Because;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.work.WorkCommands.AmendDisbursement;
import za.lexohub.messages.work.WorkCommands.AmendService;
import za.lexohub.messages.work.WorkCommands.AmendTimeEntry;
import za.lexohub.messages.work.WorkCommands.CorrectDisbursementVat;
import za.lexohub.messages.work.WorkCommands.RemoveWorkItem;
import za.lexohub.messages.work.WorkCommands.WriteOffWorkItem;
import za.lexohub.messages.work.WorkItemId;
import za.lexohub.role.CommandRole;

/** Changes what was logged and stands on no invoice yet. */
@RestController
@CommandRole
@RequestMapping("/api/v1/matters/{id}")
public final class WorkCorrections {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Clock clock;

  WorkCorrections(CommandEndpoint commands, Sealing sealing, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.clock = clock;
  }

  @PostMapping("/work-items/{workItemId}/amend-time")
  @Needs(Permission.LOG_WORK)
  ResponseEntity<CommandAnswer> amendTime(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @PathVariable("workItemId") UUID item,
      @Valid @RequestBody TimeInput body) {
    return change(
        caller,
        request,
        id,
        () ->
            new AmendTimeEntry(
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

  @PostMapping("/work-items/{workItemId}/amend-service")
  @Needs(Permission.LOG_WORK)
  ResponseEntity<CommandAnswer> amendService(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @PathVariable("workItemId") UUID item,
      @Valid @RequestBody ServiceInput body) {
    return change(
        caller,
        request,
        id,
        () ->
            new AmendService(
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

  @PostMapping("/work-items/{workItemId}/amend-disbursement")
  @Needs(Permission.LOG_WORK)
  ResponseEntity<CommandAnswer> amendDisbursement(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @PathVariable("workItemId") UUID item,
      @Valid @RequestBody DisbursementInput body) {
    return change(
        caller,
        request,
        id,
        () ->
            new AmendDisbursement(
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

  @PostMapping("/work-items/{workItemId}/correct-vat")
  @Needs(Permission.CORRECT_WORK)
  ResponseEntity<CommandAnswer> correctVat(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @PathVariable("workItemId") UUID item,
      @Valid @RequestBody VatInput body) {
    return change(
        caller,
        request,
        id,
        () ->
            new CorrectDisbursementVat(
                new MatterId(id),
                caller.tenant(),
                new WorkItemId(item),
                body.vatTreatment(),
                sealing.note(caller.tenant(), id, body.reason())));
  }

  @PostMapping("/work-items/{workItemId}/remove")
  @Needs(Permission.CORRECT_WORK)
  ResponseEntity<CommandAnswer> remove(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @PathVariable("workItemId") UUID item,
      @Valid @RequestBody Because body) {
    return change(
        caller,
        request,
        id,
        () ->
            new RemoveWorkItem(
                new MatterId(id),
                caller.tenant(),
                new WorkItemId(item),
                sealing.note(caller.tenant(), id, body.reason())));
  }

  @PostMapping("/work-items/{workItemId}/write-off")
  @Needs(Permission.CORRECT_WORK)
  ResponseEntity<CommandAnswer> writeOff(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @PathVariable("workItemId") UUID item,
      @Valid @RequestBody Because body) {
    return change(
        caller,
        request,
        id,
        () ->
            new WriteOffWorkItem(
                new MatterId(id),
                caller.tenant(),
                new WorkItemId(item),
                sealing.note(caller.tenant(), id, body.reason())));
  }

  private LocalDate day(@Nullable LocalDate given) {
    return given == null ? today() : given;
  }

  private static VatTreatment vat(@Nullable VatTreatment given) {
    return given == null ? VatTreatment.STANDARD : given;
  }

  private ResponseEntity<CommandAnswer> change(
      Caller caller, CommandRequest request, UUID id, Supplier<TenantCommand> command) {
    return commands.handle(request, Ask.change(caller.actor(), id, command));
  }

  private LocalDate today() {
    return BusinessTime.dateAt(clock.instant());
  }
}
