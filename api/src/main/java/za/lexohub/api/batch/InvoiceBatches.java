package za.lexohub.api.batch;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.command.Ask;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.batch.InvoiceBatchCommands.RequestInvoiceBatch;
import za.lexohub.messages.batch.InvoiceBatchId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.role.CommandRole;

/** Invoices many at once, in the background; the batch tells how it went. */
@RestController
@CommandRole
public final class InvoiceBatches {
  private final CommandEndpoint commands;
  private final Clock clock;

  InvoiceBatches(CommandEndpoint commands, Clock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  @PostMapping("/api/v1/invoices/batch")
  @Needs(Permission.CREATE_INVOICE)
  ResponseEntity<CommandAnswer> request(
      Caller caller, CommandRequest request, @Valid @RequestBody NewInvoiceBatch body) {
    UUID id = request.newId(caller.tenant(), "invoice-batch");
    return commands.handle(
        request,
        Ask.creation(
            caller.actor(),
            id,
            "/api/v1/invoice-batches",
            () ->
                new RequestInvoiceBatch(
                    new InvoiceBatchId(id),
                    caller.tenant(),
                    given(body.proFormaIds()).stream().map(ProFormaId::new).toList(),
                    given(body.matterIds()).stream().map(MatterId::new).toList(),
                    BusinessTime.dateAt(clock.instant()))));
  }

  private static List<UUID> given(@Nullable List<UUID> ids) {
    return ids == null ? List.of() : ids;
  }
}
