package za.lexohub.api.invoice;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
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
import za.lexohub.api.input.LineInput;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.ratecard.Rates;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.invoice.InvoiceCommands.ApplyInvoiceDiscount;
import za.lexohub.messages.invoice.InvoiceCommands.DiscardInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceCommands.ResendInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.SendInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.UpdateInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceCommands.VoidInvoice;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.role.CommandRole;

/** Moves an invoice from draft to issued, or out of the way. */
@RestController
@CommandRole
@RequestMapping("/api/v1/invoices/{id}")
public final class InvoiceChanges {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Rates rates;
  private final Clock clock;

  InvoiceChanges(CommandEndpoint commands, Sealing sealing, Rates rates, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.rates = rates;
    this.clock = clock;
  }

  @PostMapping("/update")
  @Needs(Permission.EDIT_INVOICE)
  ResponseEntity<CommandAnswer> update(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody InvoiceBodies.Draft body) {
    return change(
        caller,
        request,
        id,
        invoice ->
            new UpdateInvoiceDraft(
                invoice,
                caller.tenant(),
                sealing.wording(
                    caller.tenant(),
                    id,
                    body.title(),
                    body.description(),
                    body.narrative(),
                    LineInput.descriptions(body.lines())),
                rates.offered(caller.tenant(), body.lines()),
                body.invoiceDate(),
                body.paymentTermDays(),
                today()));
  }

  @PostMapping("/discount")
  @Needs(Permission.EDIT_INVOICE)
  ResponseEntity<CommandAnswer> discount(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody InvoiceBodies.Discount body) {
    return change(
        caller,
        request,
        id,
        invoice ->
            new ApplyInvoiceDiscount(
                invoice,
                caller.tenant(),
                body.discount().money(),
                sealing.noteIfGiven(caller.tenant(), id, body.reason())));
  }

  @PostMapping("/discard")
  @Needs(Permission.DELETE_INVOICE)
  ResponseEntity<CommandAnswer> discard(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    return change(
        caller,
        request,
        id,
        invoice ->
            new DiscardInvoiceDraft(
                invoice, caller.tenant(), sealing.note(caller.tenant(), id, body.reason())));
  }

  @PostMapping("/send")
  @Needs(Permission.SEND_INVOICE)
  ResponseEntity<CommandAnswer> send(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) InvoiceBodies.@Nullable Sending body) {
    return change(
        caller,
        request,
        id,
        invoice ->
            new SendInvoice(
                invoice,
                caller.tenant(),
                body == null ? null : body.invoiceDate(),
                today(),
                clock.instant()));
  }

  @PostMapping("/resend")
  @Needs(Permission.SEND_INVOICE)
  ResponseEntity<CommandAnswer> resend(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return change(
        caller,
        request,
        id,
        invoice -> new ResendInvoice(invoice, caller.tenant(), clock.instant()));
  }

  /** Named so because {@code void} is a word of the language. */
  @PostMapping("/void")
  @Needs(Permission.DELETE_INVOICE)
  ResponseEntity<CommandAnswer> voidIt(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    return change(
        caller,
        request,
        id,
        invoice ->
            new VoidInvoice(
                invoice, caller.tenant(), sealing.note(caller.tenant(), id, body.reason())));
  }

  private ResponseEntity<CommandAnswer> change(
      Caller caller, CommandRequest request, UUID id, Function<InvoiceId, TenantCommand> command) {
    return commands.handle(
        request, Ask.change(caller.actor(), id, () -> command.apply(new InvoiceId(id))));
  }

  private LocalDate today() {
    return BusinessTime.dateAt(clock.instant());
  }
}
