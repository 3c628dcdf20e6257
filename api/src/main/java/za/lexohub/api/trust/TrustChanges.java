package za.lexohub.api.trust;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.command.Ask;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.command.OnlyOne;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.trust.TrustAccountCommands.OpenTrustAccount;
import za.lexohub.messages.trust.TrustAccountCommands.ReceiveTrustMoney;
import za.lexohub.messages.trust.TrustAccountCommands.ReconcileTrustAccount;
import za.lexohub.messages.trust.TrustAccountCommands.RefundTrustMoney;
import za.lexohub.messages.trust.TrustAccountCommands.ReverseTrustTransfer;
import za.lexohub.messages.trust.TrustAccountCommands.TransferTrustMoney;
import za.lexohub.messages.trust.TrustAccountId;
import za.lexohub.role.CommandRole;

/** Opens the trust account and moves its money; there is one in each tenant's books. */
@RestController
@CommandRole
@RequestMapping("/api/v1/trust-account")
public final class TrustChanges {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Clock clock;

  TrustChanges(CommandEndpoint commands, Sealing sealing, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.clock = clock;
  }

  @PostMapping
  @Needs(Permission.KEEP_TRUST)
  ResponseEntity<CommandAnswer> open(
      Caller caller, CommandRequest request, @Valid @RequestBody TrustBodies.Opening body) {
    return commands.handle(
        request,
        Ask.creationOf(
            caller.actor(),
            account(caller),
            "/api/v1/trust-account",
            () ->
                new OpenTrustAccount(
                    account(caller),
                    caller.tenant(),
                    sealing.practice(caller.tenant(), body.bank().banking()),
                    or(body.openedOn()))));
  }

  @PostMapping("/receive")
  @Needs(Permission.KEEP_TRUST)
  @OnlyOne
  ResponseEntity<CommandAnswer> receive(
      Caller caller, CommandRequest request, @Valid @RequestBody TrustBodies.Receipt body) {
    UUID entry = request.newId(caller.tenant(), "trust-entry");
    return entered(
        caller,
        request,
        entry,
        () ->
            new ReceiveTrustMoney(
                account(caller),
                caller.tenant(),
                entry,
                new MatterId(body.matterId()),
                body.amount().money(),
                body.method(),
                or(body.receivedOn()),
                sealing.noteIfGiven(caller.tenant(), body.matterId(), body.reference()),
                today()));
  }

  @PostMapping("/transfer")
  @Needs(Permission.MOVE_TRUST)
  @OnlyOne
  ResponseEntity<CommandAnswer> transfer(
      Caller caller, CommandRequest request, @Valid @RequestBody TrustBodies.Transfer body) {
    UUID entry = request.newId(caller.tenant(), "trust-entry");
    return entered(
        caller,
        request,
        entry,
        () ->
            new TransferTrustMoney(
                account(caller),
                caller.tenant(),
                entry,
                new MatterId(body.matterId()),
                body.invoiceId() == null ? null : new InvoiceId(body.invoiceId()),
                body.authorization(),
                body.amount().money(),
                or(body.transferredOn()),
                sealing.note(caller.tenant(), body.matterId(), body.reason()),
                today()));
  }

  @PostMapping("/reverse-transfer")
  @Needs(Permission.MOVE_TRUST)
  @OnlyOne
  ResponseEntity<CommandAnswer> reverseTransfer(
      Caller caller, CommandRequest request, @Valid @RequestBody TrustBodies.Reversal body) {
    return change(
        caller,
        request,
        () ->
            new ReverseTrustTransfer(
                account(caller),
                caller.tenant(),
                body.entryId(),
                sealing.note(caller.tenant(), body.matterId(), body.reason()),
                today()));
  }

  @PostMapping("/refund")
  @Needs(Permission.MOVE_TRUST)
  @OnlyOne
  ResponseEntity<CommandAnswer> refund(
      Caller caller, CommandRequest request, @Valid @RequestBody TrustBodies.Refund body) {
    UUID entry = request.newId(caller.tenant(), "trust-entry");
    return entered(
        caller,
        request,
        entry,
        () ->
            new RefundTrustMoney(
                account(caller),
                caller.tenant(),
                entry,
                new MatterId(body.matterId()),
                body.amount().money(),
                or(body.refundedOn()),
                sealing.note(caller.tenant(), body.matterId(), body.reason()),
                today()));
  }

  @PostMapping("/reconcile")
  @Needs(Permission.KEEP_TRUST)
  @OnlyOne
  ResponseEntity<CommandAnswer> reconcile(
      Caller caller, CommandRequest request, @Valid @RequestBody TrustBodies.Reconciliation body) {
    return change(
        caller,
        request,
        () ->
            new ReconcileTrustAccount(
                account(caller),
                caller.tenant(),
                or(body.on()),
                body.bank().money(),
                sealing.lastingIfGiven(caller.tenant(), body.note()),
                today()));
  }

  private ResponseEntity<CommandAnswer> change(
      Caller caller, CommandRequest request, Supplier<TenantCommand> command) {
    return commands.handle(request, Ask.change(caller.actor(), account(caller), command));
  }

  private ResponseEntity<CommandAnswer> entered(
      Caller caller, CommandRequest request, UUID entry, Supplier<TenantCommand> command) {
    return commands.handle(
        request,
        Ask.change(caller.actor(), account(caller), command)
            .answering(
                (answer, outcome) ->
                    new CommandAnswer(
                        answer.id(), answer.version(), null, null, entry.toString())));
  }

  private static TrustAccountId account(Caller caller) {
    return TrustAccountId.of(caller.tenant());
  }

  private LocalDate or(@Nullable LocalDate date) {
    return date == null ? today() : date;
  }

  private LocalDate today() {
    return BusinessTime.dateAt(clock.instant());
  }
}
