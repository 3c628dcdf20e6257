package za.lexohub.api.scope;

import jakarta.validation.Valid;
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
import za.lexohub.api.reading.LogHead;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.scope.ScopeAmendmentCommands.ApproveScopeAmendment;
import za.lexohub.messages.scope.ScopeAmendmentCommands.ProposeScopeAmendment;
import za.lexohub.messages.scope.ScopeAmendmentCommands.RejectScopeAmendment;
import za.lexohub.query.Answer;
import za.lexohub.role.CommandRole;

/** Proposes amendments of matters and records what became of them. */
@RestController
@CommandRole
@RequestMapping("/api/v1")
public final class ScopeChanges {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Amendments amendments;
  private final LogHead head;

  ScopeChanges(CommandEndpoint commands, Sealing sealing, Amendments amendments, LogHead head) {
    this.commands = commands;
    this.sealing = sealing;
    this.amendments = amendments;
    this.head = head;
  }

  @PostMapping("/matters/{id}/scope-amendments")
  @Needs(Permission.PROPOSE_SCOPE)
  @Creates
  ResponseEntity<CommandAnswer> propose(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody NewScopeAmendment body) {
    UUID amendment = request.newId(caller.tenant(), "scope-amendment");
    return commands.handle(
        request,
        Ask.creation(
            caller.actor(),
            amendment,
            "/api/v1/scope-amendments",
            () ->
                new ProposeScopeAmendment(
                    new AmendmentId(amendment),
                    caller.tenant(),
                    new MatterId(id),
                    body.agreementId() == null ? null : new AgreementId(body.agreementId()),
                    body.type(),
                    sealing.note(caller.tenant(), id, body.reason()),
                    body.originalEstimate().money(),
                    body.newEstimate().money(),
                    body.originalDays() == null ? 0 : body.originalDays(),
                    body.newDays() == null ? 0 : body.newDays(),
                    false)));
  }

  /** The attorney's approval, given elsewhere and recorded here. */
  @PostMapping("/scope-amendments/{id}/approve")
  @Needs(Permission.DECIDE_SCOPE)
  ResponseEntity<CommandAnswer> approve(
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
                new ApproveScopeAmendment(
                    new AmendmentId(id),
                    caller.tenant(),
                    Channel.RECORDED_BY_ADVOCATE,
                    caller.subject())));
  }

  @PostMapping("/scope-amendments/{id}/reject")
  @Needs(Permission.DECIDE_SCOPE)
  ResponseEntity<CommandAnswer> reject(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new RejectScopeAmendment(
                    new AmendmentId(id),
                    caller.tenant(),
                    sealing.note(caller.tenant(), matterOf(caller, id), body.reason()))));
  }

  private UUID matterOf(Caller caller, UUID id) {
    return head.found(now -> amendments.get(caller.tenant().value(), id, now).map(Answer::value))
        .matterId();
  }
}
