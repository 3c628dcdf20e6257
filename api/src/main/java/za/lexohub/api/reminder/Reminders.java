package za.lexohub.api.reminder;

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
import za.lexohub.api.input.Nothing;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.invoice.InvoiceCommands.AcknowledgeDebt;
import za.lexohub.messages.invoice.InvoiceCommands.SendPaymentReminder;
import za.lexohub.messages.invoice.InvoiceCommands.SetInvoiceReminders;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.practice.ReminderType;
import za.lexohub.role.CommandRole;

/** Reminds of an invoice by hand, and says what the schedule and prescription must know. */
@RestController
@CommandRole
@RequestMapping("/api/v1/invoices/{id}")
public final class Reminders {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Clock clock;

  Reminders(CommandEndpoint commands, Sealing sealing, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.clock = clock;
  }

  @PostMapping("/remind")
  @Needs(Permission.REMIND)
  ResponseEntity<CommandAnswer> remind(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return change(
        caller,
        request,
        id,
        () ->
            new SendPaymentReminder(
                new InvoiceId(id), caller.tenant(), ReminderType.MANUAL, today()));
  }

  @PostMapping("/set-reminders")
  @Needs(Permission.REMIND)
  ResponseEntity<CommandAnswer> setReminders(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody ReminderBodies.Switch body) {
    return change(
        caller,
        request,
        id,
        () -> new SetInvoiceReminders(new InvoiceId(id), caller.tenant(), body.enabled()));
  }

  @PostMapping("/acknowledge-debt")
  @Needs(Permission.REMIND)
  ResponseEntity<CommandAnswer> acknowledgeDebt(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody ReminderBodies.Acknowledgement body) {
    return change(
        caller,
        request,
        id,
        () ->
            new AcknowledgeDebt(
                new InvoiceId(id),
                caller.tenant(),
                body.acknowledgedOn() == null ? today() : body.acknowledgedOn(),
                sealing.noteIfGiven(caller.tenant(), id, body.note()),
                today()));
  }

  private ResponseEntity<CommandAnswer> change(
      Caller caller, CommandRequest request, UUID id, Supplier<TenantCommand> command) {
    return commands.handle(request, Ask.change(caller.actor(), id, command));
  }

  private LocalDate today() {
    return BusinessTime.dateAt(clock.instant());
  }
}
