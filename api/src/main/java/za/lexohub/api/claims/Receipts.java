package za.lexohub.api.claims;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import za.lexohub.api.party.Sealing;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.receipt.ReceiptCommands.AllocateReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RecordReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RefundReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RepayReceipt;
import za.lexohub.messages.receipt.ReceiptId;
import za.lexohub.role.CommandRole;

/** Money that belongs to no invoice yet; the version is the receipt's. */
@RestController
@CommandRole
@RequestMapping("/api/v1/receipts")
public final class Receipts {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final ClaimNotes notes;
  private final Clock clock;

  Receipts(CommandEndpoint commands, Sealing sealing, ClaimNotes notes, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.notes = notes;
    this.clock = clock;
  }

  @PostMapping
  @Needs(Permission.RECORD_PAYMENT)
  ResponseEntity<CommandAnswer> record(
      Caller caller, CommandRequest request, @Valid @RequestBody ClaimBodies.NewReceipt body) {
    UUID receipt = request.newId(caller.tenant(), "receipt");
    return commands.handle(
        request,
        Ask.creation(
            caller.actor(),
            receipt,
            "/api/v1/receipts",
            () ->
                new RecordReceipt(
                    new ReceiptId(receipt),
                    caller.tenant(),
                    body.amount().money(),
                    body.method(),
                    body.receivedOn() == null ? today() : body.receivedOn(),
                    body.matterId() == null ? null : new MatterId(body.matterId()),
                    reference(caller.tenant(), body),
                    today())));
  }

  private @Nullable PersonalData reference(TenantId tenant, ClaimBodies.NewReceipt body) {
    if (body.reference() == null || body.reference().isBlank()) {
      return null;
    }
    if (body.matterId() == null) {
      throw Refusal.input(
          ProblemCode.INVALID_INPUT,
          "A reference is kept with the matter that it is about.",
          new InputError("/matterId", "required", "must be given with a reference"));
    }
    return sealing.note(tenant, body.matterId(), body.reference());
  }

  @PostMapping("/{id}/allocate")
  @Needs(Permission.RECORD_PAYMENT)
  ResponseEntity<CommandAnswer> allocate(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody ClaimBodies.Allocation body) {
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
                    new AllocateReceipt(
                        new ReceiptId(id),
                        caller.tenant(),
                        new InvoiceId(body.invoiceId()),
                        payment,
                        body.amount().money(),
                        today()))
            .answering(
                (answer, outcome) ->
                    new CommandAnswer(
                        answer.id(), answer.version(), null, payment.value().toString(), null)));
  }

  @PostMapping("/{id}/refund")
  @Needs(Permission.REVERSE_PAYMENT)
  ResponseEntity<CommandAnswer> refund(
      Caller caller,
      CommandRequest request,
      HttpServletRequest http,
      @PathVariable UUID id,
      @Valid @RequestBody ClaimBodies.Refund body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new RefundReceipt(
                    new ReceiptId(id),
                    caller.tenant(),
                    body.amount().money(),
                    notes.note(http, Claim.RECEIPT, caller.tenant(), id, body.reason()))));
  }

  /** For a receipt on which something is owed: it was refunded, and then its payment bounced. */
  @PostMapping("/{id}/repay")
  @Needs(Permission.RECORD_PAYMENT)
  ResponseEntity<CommandAnswer> repay(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody ClaimBodies.Repayment body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new RepayReceipt(
                    new ReceiptId(id),
                    caller.tenant(),
                    request.newId(caller.tenant(), "repayment"),
                    body.amount().money(),
                    body.method(),
                    body.receivedOn() == null ? today() : body.receivedOn(),
                    today())));
  }

  private LocalDate today() {
    return BusinessTime.dateAt(clock.instant());
  }
}
