package za.lexohub.api.invoice;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
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
import za.lexohub.api.command.NoVersion;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoicePdf;
import za.lexohub.messages.invoice.InvoiceCommands.RequestPaymentReceipt;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.role.CommandRole;

/** Has copies and receipts made; they are read as PDF when they are stored. */
@RestController
@CommandRole
@RequestMapping("/api/v1/invoices")
public final class InvoicePapers {

  /**
   * @param paymentId the last payment that stands when absent
   */
  @Schema(name = "ReceiptRequest", description = "Of which payment; the last one when absent.")
  record ReceiptRequest(@Nullable UUID paymentId) {}

  private final CommandEndpoint commands;

  InvoicePapers(CommandEndpoint commands) {
    this.commands = commands;
  }

  @PostMapping("/{id}/request-copy")
  @Needs(Permission.MAKE_PAPERS)
  @NoVersion
  ResponseEntity<CommandAnswer> requestCopy(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return commands.handle(
        request,
        Ask.unconditional(
            caller.actor(),
            id,
            () -> new RequestInvoicePdf(new InvoiceId(id), caller.tenant(), PdfKind.COPY, 1)));
  }

  @PostMapping("/{id}/request-receipt")
  @Needs(Permission.MAKE_PAPERS)
  @NoVersion
  ResponseEntity<CommandAnswer> requestReceipt(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable ReceiptRequest body) {
    PaymentId payment =
        body == null || body.paymentId() == null ? null : new PaymentId(body.paymentId());
    return commands.handle(
        request,
        Ask.unconditional(
            caller.actor(),
            id,
            () -> new RequestPaymentReceipt(new InvoiceId(id), caller.tenant(), payment)));
  }
}
