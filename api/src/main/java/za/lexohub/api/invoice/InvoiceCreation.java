package za.lexohub.api.invoice;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
import za.lexohub.api.input.LineInput;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.ratecard.Rates;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateFixedFeeInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateMatterInvoice;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.work.WorkItemId;
import za.lexohub.role.CommandRole;

/** Drafts invoices on matters. Those of pro formas are made by their billing. */
@RestController
@CommandRole
@RequestMapping("/api/v1/invoices")
public final class InvoiceCreation {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Rates rates;
  private final Clock clock;

  InvoiceCreation(CommandEndpoint commands, Sealing sealing, Rates rates, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.rates = rates;
    this.clock = clock;
  }

  @PostMapping
  @Needs(Permission.CREATE_INVOICE)
  ResponseEntity<CommandAnswer> create(
      Caller caller, CommandRequest request, @Valid @RequestBody NewInvoice body) {
    InvoiceId id = new InvoiceId(request.newId(caller.tenant(), "invoice"));
    return commands.handle(
        request,
        Ask.creation(caller.actor(), id, "/api/v1/invoices", () -> command(caller, id, body)));
  }

  private TenantCommand command(Caller caller, InvoiceId id, NewInvoice body) {
    return switch (body) {
      case NewInvoice.OfWork work -> generate(caller, id, work);
      case NewInvoice.FixedFee fee -> generate(caller, id, fee);
    };
  }

  private GenerateMatterInvoice generate(Caller caller, InvoiceId id, NewInvoice.OfWork body) {
    LocalDate today = BusinessTime.dateAt(clock.instant());
    // Written later, where the work is known; what it would refuse is refused here.
    String title = body.title() == null ? null : body.title().strip();
    new Wording(title == null ? "of the matter" : title, null, body.narrative(), List.of());
    List<UUID> items = body.workItems() == null ? List.of() : body.workItems();
    return new GenerateMatterInvoice(
        id,
        caller.tenant(),
        new MatterId(body.matterId()),
        typeOf(body.invoiceType()),
        items.stream().distinct().map(WorkItemId::new).toList(),
        body.through() == null ? today : body.through(),
        sealing.noteIfGiven(caller.tenant(), id.value(), title),
        sealing.noteIfGiven(caller.tenant(), id.value(), body.narrative()),
        today);
  }

  private GenerateFixedFeeInvoice generate(Caller caller, InvoiceId id, NewInvoice.FixedFee body) {
    return new GenerateFixedFeeInvoice(
        id,
        caller.tenant(),
        new MatterId(body.matterId()),
        typeOf(body.invoiceType()),
        sealing.wording(
            caller.tenant(),
            id.value(),
            body.title(),
            body.description(),
            body.narrative(),
            LineInput.descriptions(body.lines())),
        rates.offered(caller.tenant(), body.lines()),
        BusinessTime.dateAt(clock.instant()));
  }

  private static InvoiceType typeOf(@Nullable InvoiceType given) {
    return given == null ? InvoiceType.INTERIM : given;
  }
}
