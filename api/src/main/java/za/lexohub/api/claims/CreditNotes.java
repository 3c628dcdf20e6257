package za.lexohub.api.claims;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
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
import za.lexohub.api.command.Creates;
import za.lexohub.api.input.Because;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.creditnote.CreditNoteCommands.CancelCreditNote;
import za.lexohub.messages.creditnote.CreditNoteCommands.DraftCreditNote;
import za.lexohub.messages.creditnote.CreditNoteCommands.IssueCreditNote;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.role.CommandRole;

/** Drafts, issues and cancels credit and debit notes; the version is the note's. */
@RestController
@CommandRole
@RequestMapping("/api/v1")
public final class CreditNotes {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final ClaimNotes notes;
  private final Clock clock;

  CreditNotes(CommandEndpoint commands, Sealing sealing, ClaimNotes notes, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.notes = notes;
    this.clock = clock;
  }

  @PostMapping("/invoices/{id}/credit-notes")
  @Creates
  @Needs(Permission.DRAFT_CREDIT_NOTE)
  ResponseEntity<CommandAnswer> draft(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody ClaimBodies.Note body) {
    UUID note = request.newId(caller.tenant(), "credit-note");
    return commands.handle(
        request,
        Ask.creation(
            caller.actor(),
            note,
            "/api/v1/credit-notes",
            () ->
                new DraftCreditNote(
                    new CreditNoteId(note),
                    caller.tenant(),
                    body.kind(),
                    new InvoiceId(id),
                    body.amount().money(),
                    body.category(),
                    body.disputeId() == null ? null : new DisputeId(body.disputeId()),
                    sealing.note(caller.tenant(), id, body.reason()))));
  }

  @PostMapping("/credit-notes/{id}/issue")
  @Needs(Permission.ISSUE_CREDIT_NOTE)
  ResponseEntity<CommandAnswer> issue(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new IssueCreditNote(
                    new CreditNoteId(id), caller.tenant(), BusinessTime.dateAt(clock.instant()))));
  }

  @PostMapping("/credit-notes/{id}/cancel")
  @Needs(Permission.ISSUE_CREDIT_NOTE)
  ResponseEntity<CommandAnswer> cancel(
      Caller caller,
      CommandRequest request,
      HttpServletRequest http,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new CancelCreditNote(
                    new CreditNoteId(id),
                    caller.tenant(),
                    notes.note(
                        http, ClaimFiles.Claim.CREDIT_NOTE, caller.tenant(), id, body.reason()))));
  }
}
