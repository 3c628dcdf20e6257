package za.lexohub.api.claims;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.claims.ClaimFiles.Claim;
import za.lexohub.api.command.Ask;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.command.Creates;
import za.lexohub.api.input.Because;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.PaymentDisputeCommands.AnswerPaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeCommands.EscalatePaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeCommands.OpenPaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeCommands.ResolvePaymentDispute;
import za.lexohub.messages.dispute.PaymentDisputeCommands.WithdrawPaymentDispute;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.role.CommandRole;

/** Opens, answers and ends disputes as the advocate records them; the version is the dispute's. */
@RestController
@CommandRole
@RequestMapping("/api/v1")
public final class Disputes {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final ClaimNotes notes;

  Disputes(CommandEndpoint commands, Sealing sealing, ClaimNotes notes) {
    this.commands = commands;
    this.sealing = sealing;
    this.notes = notes;
  }

  @PostMapping("/invoices/{id}/disputes")
  @Creates
  @Needs(Permission.HANDLE_DISPUTE)
  ResponseEntity<CommandAnswer> open(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody ClaimBodies.Dispute body) {
    UUID dispute = request.newId(caller.tenant(), "dispute");
    return commands.handle(
        request,
        Ask.creation(
            caller.actor(),
            dispute,
            "/api/v1/disputes",
            () ->
                new OpenPaymentDispute(
                    new DisputeId(dispute),
                    caller.tenant(),
                    new InvoiceId(id),
                    body.type(),
                    body.disputedAmount().money(),
                    sealing.note(caller.tenant(), id, body.reason()),
                    Channel.RECORDED_BY_ADVOCATE,
                    caller.subject())));
  }

  @PostMapping("/disputes/{id}/answer")
  @Needs(Permission.HANDLE_DISPUTE)
  ResponseEntity<CommandAnswer> answer(
      Caller caller,
      CommandRequest request,
      HttpServletRequest http,
      @PathVariable UUID id,
      @Valid @RequestBody ClaimBodies.Response body) {
    return change(
        caller,
        request,
        id,
        () ->
            new AnswerPaymentDispute(
                new DisputeId(id),
                caller.tenant(),
                notes.note(http, Claim.DISPUTE, caller.tenant(), id, body.response())));
  }

  @PostMapping("/disputes/{id}/escalate")
  @Needs(Permission.HANDLE_DISPUTE)
  ResponseEntity<CommandAnswer> escalate(
      Caller caller,
      CommandRequest request,
      HttpServletRequest http,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    return change(
        caller,
        request,
        id,
        () ->
            new EscalatePaymentDispute(
                new DisputeId(id),
                caller.tenant(),
                notes.note(http, Claim.DISPUTE, caller.tenant(), id, body.reason())));
  }

  @PostMapping("/disputes/{id}/resolve")
  @Needs(Permission.HANDLE_DISPUTE)
  ResponseEntity<CommandAnswer> resolve(
      Caller caller,
      CommandRequest request,
      HttpServletRequest http,
      @PathVariable UUID id,
      @Valid @RequestBody ClaimBodies.Resolution body) {
    return change(
        caller,
        request,
        id,
        () ->
            new ResolvePaymentDispute(
                new DisputeId(id),
                caller.tenant(),
                body.resolution(),
                notes.noteIfGiven(http, Claim.DISPUTE, caller.tenant(), id, body.notes())));
  }

  @PostMapping("/disputes/{id}/withdraw")
  @Needs(Permission.HANDLE_DISPUTE)
  ResponseEntity<CommandAnswer> withdraw(
      Caller caller,
      CommandRequest request,
      HttpServletRequest http,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    return change(
        caller,
        request,
        id,
        () ->
            new WithdrawPaymentDispute(
                new DisputeId(id),
                caller.tenant(),
                notes.note(http, Claim.DISPUTE, caller.tenant(), id, body.reason())));
  }

  private ResponseEntity<CommandAnswer> change(
      Caller caller, CommandRequest request, UUID id, Supplier<TenantCommand> command) {
    return commands.handle(request, Ask.change(caller.actor(), id, command));
  }
}
