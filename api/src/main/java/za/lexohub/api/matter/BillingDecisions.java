package za.lexohub.api.matter;

import jakarta.validation.Valid;
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
import za.lexohub.messages.matter.MatterCommands.ApproveBilling;
import za.lexohub.messages.matter.MatterCommands.MarkReadyToBill;
import za.lexohub.messages.matter.MatterCommands.RejectBilling;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.role.CommandRole;

/** Says that a matter's work is to be invoiced, and what a second person thinks of it. */
@RestController
@CommandRole
@RequestMapping("/api/v1/matters/{id}")
public final class BillingDecisions {
  private final CommandEndpoint commands;
  private final Sealing sealing;

  BillingDecisions(CommandEndpoint commands, Sealing sealing) {
    this.commands = commands;
    this.sealing = sealing;
  }

  @PostMapping("/mark-ready-to-bill")
  @Needs(Permission.EDIT_MATTER)
  ResponseEntity<CommandAnswer> markReadyToBill(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable Remark body) {
    return change(
        caller,
        request,
        id,
        () ->
            new MarkReadyToBill(
                new MatterId(id),
                caller.tenant(),
                sealing.noteIfGiven(caller.tenant(), id, Remark.in(body))));
  }

  @PostMapping("/approve-billing")
  @Needs(Permission.APPROVE_BILLING)
  ResponseEntity<CommandAnswer> approveBilling(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable Remark body) {
    return change(
        caller,
        request,
        id,
        () ->
            new ApproveBilling(
                new MatterId(id),
                caller.tenant(),
                caller.actor().id(),
                sealing.noteIfGiven(caller.tenant(), id, Remark.in(body))));
  }

  @PostMapping("/reject-billing")
  @Needs(Permission.APPROVE_BILLING)
  ResponseEntity<CommandAnswer> rejectBilling(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    return change(
        caller,
        request,
        id,
        () ->
            new RejectBilling(
                new MatterId(id),
                caller.tenant(),
                caller.actor().id(),
                sealing.note(caller.tenant(), id, body.reason())));
  }

  private ResponseEntity<CommandAnswer> change(
      Caller caller, CommandRequest request, UUID id, Supplier<TenantCommand> command) {
    return commands.handle(request, Ask.change(caller.actor(), id, command));
  }
}
