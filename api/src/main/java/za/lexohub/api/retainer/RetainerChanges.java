package za.lexohub.api.retainer;

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
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.retainer.RetainerCommands.AgreeRetainer;
import za.lexohub.messages.retainer.RetainerCommands.CancelRetainer;
import za.lexohub.messages.retainer.RetainerCommands.DepositRetainer;
import za.lexohub.messages.retainer.RetainerCommands.DrawDownRetainer;
import za.lexohub.messages.retainer.RetainerCommands.RefundRetainer;
import za.lexohub.messages.retainer.RetainerCommands.RenewRetainer;
import za.lexohub.messages.retainer.RetainerCommands.ReverseRetainerDrawdown;
import za.lexohub.messages.retainer.RetainerId;
import za.lexohub.role.CommandRole;

/** Agrees retainers and moves their money. */
@RestController
@CommandRole
@RequestMapping("/api/v1")
public final class RetainerChanges {
  private static final int USUALLY_LOW = 20;

  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Clock clock;

  RetainerChanges(CommandEndpoint commands, Sealing sealing, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.clock = clock;
  }

  @PostMapping("/matters/{id}/retainers")
  @Needs(Permission.KEEP_RETAINER)
  @Creates
  ResponseEntity<CommandAnswer> agree(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody RetainerBodies.Agreement body) {
    UUID retainer = request.newId(caller.tenant(), "retainer");
    return commands.handle(
        request,
        Ask.creation(
            caller.actor(),
            retainer,
            "/api/v1/retainers",
            () ->
                new AgreeRetainer(
                    new RetainerId(retainer),
                    caller.tenant(),
                    new MatterId(id),
                    body.type(),
                    body.amount().money(),
                    body.startsOn(),
                    body.endsOn(),
                    Boolean.TRUE.equals(body.autoRenew()),
                    body.lowBalancePercent() == null ? USUALLY_LOW : body.lowBalancePercent(),
                    sealing.noteIfGiven(caller.tenant(), id, body.terms()))));
  }

  @PostMapping("/retainers/{id}/deposit")
  @Needs(Permission.KEEP_RETAINER)
  ResponseEntity<CommandAnswer> deposit(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody RetainerBodies.Deposit body) {
    UUID deposit = request.newId(caller.tenant(), "deposit");
    return commands.handle(
        request,
        Ask.change(
                caller.actor(),
                id,
                () ->
                    new DepositRetainer(
                        new RetainerId(id),
                        caller.tenant(),
                        deposit,
                        body.amount().money(),
                        body.method(),
                        or(body.depositedOn()),
                        sealing.noteIfGiven(caller.tenant(), body.matterId(), body.reference()),
                        today()))
            .answering(
                (answer, outcome) ->
                    new CommandAnswer(
                        answer.id(), answer.version(), null, null, deposit.toString())));
  }

  @PostMapping("/retainers/{id}/renew")
  @Needs(Permission.KEEP_RETAINER)
  ResponseEntity<CommandAnswer> renew(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody RetainerBodies.Renewal body) {
    return change(
        caller,
        request,
        id,
        () -> new RenewRetainer(new RetainerId(id), caller.tenant(), body.endsOn(), today()));
  }

  @PostMapping("/retainers/{id}/draw-down")
  @Needs(Permission.DRAW_RETAINER)
  ResponseEntity<CommandAnswer> drawDown(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody RetainerBodies.Drawdown body) {
    PaymentId payment =
        new PaymentId(
            body.paymentId() == null
                ? request.newId(caller.tenant(), "payment")
                : body.paymentId());
    return commands.handle(
        request,
        Ask.change(
                caller.actor(),
                id,
                () ->
                    new DrawDownRetainer(
                        new RetainerId(id),
                        caller.tenant(),
                        new InvoiceId(body.invoiceId()),
                        payment,
                        body.amount().money(),
                        or(body.drawnOn()),
                        today()))
            .answering(
                (answer, outcome) ->
                    new CommandAnswer(
                        answer.id(), answer.version(), null, payment.toString(), null)));
  }

  @PostMapping("/retainers/{id}/reverse-drawdown")
  @Needs(Permission.DRAW_RETAINER)
  ResponseEntity<CommandAnswer> reverseDrawdown(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody RetainerBodies.Reversal body) {
    return change(
        caller,
        request,
        id,
        () ->
            new ReverseRetainerDrawdown(
                new RetainerId(id),
                caller.tenant(),
                new PaymentId(body.paymentId()),
                sealing.note(caller.tenant(), body.matterId(), body.reason()),
                today()));
  }

  @PostMapping("/retainers/{id}/refund")
  @Needs(Permission.DRAW_RETAINER)
  ResponseEntity<CommandAnswer> refund(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody RetainerBodies.Refund body) {
    return change(
        caller,
        request,
        id,
        () ->
            new RefundRetainer(
                new RetainerId(id),
                caller.tenant(),
                body.amount().money(),
                or(body.refundedOn()),
                sealing.note(caller.tenant(), body.matterId(), body.reason()),
                today()));
  }

  @PostMapping("/retainers/{id}/cancel")
  @Needs(Permission.DRAW_RETAINER)
  ResponseEntity<CommandAnswer> cancel(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody RetainerBodies.Cancellation body) {
    return change(
        caller,
        request,
        id,
        () ->
            new CancelRetainer(
                new RetainerId(id),
                caller.tenant(),
                sealing.note(caller.tenant(), body.matterId(), body.reason())));
  }

  private ResponseEntity<CommandAnswer> change(
      Caller caller, CommandRequest request, UUID id, Supplier<TenantCommand> command) {
    return commands.handle(request, Ask.change(caller.actor(), id, command));
  }

  private LocalDate or(@Nullable LocalDate date) {
    return date == null ? today() : date;
  }

  private LocalDate today() {
    return BusinessTime.dateAt(clock.instant());
  }
}
