package za.lexohub.api.invoice;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
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
import za.lexohub.messages.invoice.InvoiceCommands.ReconcilePayment;
import za.lexohub.messages.invoice.InvoiceCommands.RecordPayment;
import za.lexohub.messages.invoice.InvoiceCommands.ReversePayment;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.role.CommandRole;

/** Money that came in on an invoice; the version is the invoice's. */
@RestController
@CommandRole
@RequestMapping("/api/v1/invoices/{id}/payments")
public final class Payments {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Clock clock;

  Payments(CommandEndpoint commands, Sealing sealing, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.clock = clock;
  }

  @PostMapping
  @Needs(Permission.RECORD_PAYMENT)
  ResponseEntity<CommandAnswer> record(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody InvoiceBodies.Payment body) {
    PaymentId payment =
        new PaymentId(
            body.paymentId() == null
                ? request.newId(caller.tenant(), "payment")
                : body.paymentId());
    Ask ask =
        Ask.change(
                caller.actor(),
                id,
                () ->
                    new RecordPayment(
                        new InvoiceId(id),
                        caller.tenant(),
                        payment,
                        body.amount().money(),
                        body.method(),
                        body.paymentDate() == null ? today() : body.paymentDate(),
                        sealing.noteIfGiven(caller.tenant(), id, body.reference()),
                        today()))
            .answering(
                (answer, outcome) ->
                    new CommandAnswer(
                        answer.id(), answer.version(), null, payment.value().toString(), null));
    return commands.handle(request, ask);
  }

  @PostMapping("/{paymentId}/reverse")
  @Needs(Permission.REVERSE_PAYMENT)
  ResponseEntity<CommandAnswer> reverse(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @PathVariable UUID paymentId,
      @Valid @RequestBody Because body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new ReversePayment(
                    new InvoiceId(id),
                    caller.tenant(),
                    new PaymentId(paymentId),
                    sealing.note(caller.tenant(), id, body.reason()),
                    today())));
  }

  @PostMapping("/{paymentId}/reconcile")
  @Needs(Permission.RECONCILE)
  ResponseEntity<CommandAnswer> reconcile(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @PathVariable UUID paymentId,
      @Valid @RequestBody InvoiceBodies.Reconciliation body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new ReconcilePayment(
                    new InvoiceId(id),
                    caller.tenant(),
                    new PaymentId(paymentId),
                    body.reconciledOn() == null ? today() : body.reconciledOn(),
                    sealing.noteIfGiven(caller.tenant(), id, body.bankReference()),
                    today())));
  }

  private LocalDate today() {
    return BusinessTime.dateAt(clock.instant());
  }
}
