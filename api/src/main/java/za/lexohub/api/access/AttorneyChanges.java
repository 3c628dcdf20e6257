package za.lexohub.api.access;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
import za.lexohub.api.command.NoVersion;
import za.lexohub.api.input.MaybeBecause;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.PaymentDisputeCommands.OpenPaymentDispute;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterCommands.RequestMatter;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.Answer;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ProFormaCommands.AcceptProForma;
import za.lexohub.messages.proforma.ProFormaCommands.DeclineProForma;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaChanges;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.role.CommandRole;

/**
 * What an attorney does by login. Whether it is allowed is decided where the command is, by the
 * grants in the log.
 */
@RestController
@CommandRole
@RequestMapping("/api/v1/attorney")
public final class AttorneyChanges {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Clock clock;

  AttorneyChanges(CommandEndpoint commands, Sealing sealing, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** Offers the advocate a brief; whoever offers it may see it from then on. */
  @PostMapping("/matters")
  @Needs(Permission.ATTORNEY_ANSWER)
  ResponseEntity<CommandAnswer> requestMatter(
      Caller caller, CommandRequest request, @Valid @RequestBody AccessBodies.MatterRequest body) {
    CommandRequest own = owned(caller, request);
    TenantId tenant = caller.tenant();
    UUID id = own.newId(tenant, "matter");
    return commands.handle(
        own,
        Ask.creation(
            caller.attorney(),
            id,
            "/api/v1/attorney/matters",
            () ->
                new RequestMatter(
                    new MatterId(id),
                    tenant,
                    body.matterType().strip(),
                    sealing.client(tenant, id, body.client()),
                    sealing.attorney(tenant, id, body.attorney()),
                    sealing.wording(tenant, id, body.title(), body.description(), null, List.of()),
                    Boolean.TRUE.equals(body.urgent()),
                    caller.subject(),
                    BusinessTime.dateAt(clock.instant()))));
  }

  @PostMapping("/pro-formas/{id}/accept")
  @Needs(Permission.ATTORNEY_ANSWER)
  ResponseEntity<CommandAnswer> accept(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return answer(
        caller,
        request,
        id,
        proForma -> new AcceptProForma(proForma, caller.tenant(), byLogin(caller)));
  }

  @PostMapping("/pro-formas/{id}/decline")
  @Needs(Permission.ATTORNEY_ANSWER)
  ResponseEntity<CommandAnswer> decline(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable MaybeBecause body) {
    return answer(
        caller,
        request,
        id,
        proForma ->
            new DeclineProForma(
                proForma,
                caller.tenant(),
                byLogin(caller),
                sealing.noteIfGiven(caller.tenant(), id, MaybeBecause.in(body))));
  }

  @PostMapping("/pro-formas/{id}/request-changes")
  @Needs(Permission.ATTORNEY_ANSWER)
  ResponseEntity<CommandAnswer> requestChanges(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody AccessBodies.Note body) {
    return answer(
        caller,
        request,
        id,
        proForma ->
            new RequestProFormaChanges(
                proForma,
                caller.tenant(),
                byLogin(caller),
                sealing.note(caller.tenant(), id, body.note())));
  }

  /** The answer names the dispute. */
  @PostMapping("/invoices/{id}/dispute")
  @Needs(Permission.ATTORNEY_ANSWER)
  @NoVersion
  ResponseEntity<CommandAnswer> dispute(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody AccessBodies.Dispute body) {
    CommandRequest own = owned(caller, request);
    DisputeId dispute = new DisputeId(own.newId(caller.tenant(), "dispute"));
    return commands.handle(
        own,
        Ask.unconditional(
            caller.attorney(),
            dispute,
            asIfNeverThere(
                () ->
                    new OpenPaymentDispute(
                        dispute,
                        caller.tenant(),
                        new InvoiceId(id),
                        body.type(),
                        body.disputedAmount().money(),
                        sealing.note(caller.tenant(), id, body.reason()),
                        Channel.ATTORNEY_LOGIN,
                        caller.subject()))));
  }

  private ResponseEntity<CommandAnswer> answer(
      Caller caller, CommandRequest request, UUID id, Function<ProFormaId, TenantCommand> command) {
    return commands.handle(
        owned(caller, request),
        Ask.change(caller.attorney(), id, asIfNeverThere(() -> command.apply(new ProFormaId(id)))));
  }

  /**
   * Words are sealed before it is decided whether the attorney may know of the file at all, so what
   * was erased must answer here as the decision does where there is nothing.
   */
  private static Supplier<TenantCommand> asIfNeverThere(Supplier<TenantCommand> command) {
    return () -> {
      try {
        return command.get();
      } catch (RuleViolated violated) {
        throw violated.rule() == Rule.PERSONAL_DATA_ERASED
            ? new NotFound("what this attorney asks for")
            : violated;
      }
    };
  }

  /** A key of an attorney's must not meet one of the advocate's own. */
  private static CommandRequest owned(Caller caller, CommandRequest request) {
    return request.withKeyOf("attorney/" + caller.subject());
  }

  private Answer byLogin(Caller caller) {
    return new Answer(Channel.ATTORNEY_LOGIN, caller.subject(), null, clock.instant());
  }
}
