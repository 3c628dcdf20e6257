package za.lexohub.api.invoice;

import jakarta.validation.Valid;
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
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.invoice.InvoiceCommands.WriteOffInvoice;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.role.CommandRole;

/** What will never be asked for; the version is the invoice's. */
@RestController
@CommandRole
@RequestMapping("/api/v1/invoices/{id}")
public final class WriteOffs {
  private final CommandEndpoint commands;
  private final Sealing sealing;

  WriteOffs(CommandEndpoint commands, Sealing sealing) {
    this.commands = commands;
    this.sealing = sealing;
  }

  @PostMapping("/write-off")
  @Needs(Permission.WRITE_OFF)
  ResponseEntity<CommandAnswer> writeOff(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody InvoiceBodies.WriteOff body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new WriteOffInvoice(
                    new InvoiceId(id),
                    caller.tenant(),
                    body.amount().money(),
                    sealing.note(caller.tenant(), id, body.reason()))));
  }
}
