package za.lexohub.api.proforma;

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
import za.lexohub.api.input.LineInput;
import za.lexohub.api.input.MaybeBecause;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.ratecard.Rates;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.Answer;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.ProFormaCommands.AcceptProForma;
import za.lexohub.messages.proforma.ProFormaCommands.DeclineProForma;
import za.lexohub.messages.proforma.ProFormaCommands.ExtendProForma;
import za.lexohub.messages.proforma.ProFormaCommands.RequestInvoicing;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaChanges;
import za.lexohub.messages.proforma.ProFormaCommands.ResendProForma;
import za.lexohub.messages.proforma.ProFormaCommands.ReviseProForma;
import za.lexohub.messages.proforma.ProFormaCommands.SendProForma;
import za.lexohub.messages.proforma.ProFormaCommands.WithdrawProForma;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.role.CommandRole;

/** Moves a quote through its life: revised, sent, answered, and invoiced anew. */
@RestController
@CommandRole
@RequestMapping("/api/v1/pro-formas/{id}")
public final class ProFormaChanges {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Rates rates;
  private final PublicTokens tokens;
  private final Revisions revisions;
  private final Clock clock;

  ProFormaChanges(
      CommandEndpoint commands,
      Sealing sealing,
      Rates rates,
      PublicTokens tokens,
      Revisions revisions,
      Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.rates = rates;
    this.tokens = tokens;
    this.revisions = revisions;
    this.clock = clock;
  }

  @PostMapping("/revise")
  @Needs(Permission.EDIT_PRO_FORMA)
  ResponseEntity<CommandAnswer> revise(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Quote.Revision body) {
    LocalDate today = BusinessTime.dateAt(clock.instant());
    return change(
        caller,
        request,
        id,
        proForma ->
            new ReviseProForma(
                proForma,
                caller.tenant(),
                sealing.wording(
                    caller.tenant(),
                    id,
                    body.title(),
                    body.description(),
                    body.narrative(),
                    LineInput.descriptions(body.lines())),
                rates.offered(caller.tenant(), body.lines()),
                body.validUntil() == null ? today.plusDays(30) : body.validUntil(),
                today));
  }

  @PostMapping("/send")
  @Needs(Permission.SEND_PRO_FORMA)
  ResponseEntity<CommandAnswer> send(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return change(
        caller,
        request,
        id,
        proForma -> {
          int revision = revisions.at(caller.tenant(), id, request.ifMatch());
          String token = tokens.token(proForma, LinkPurpose.RESPOND, revision);
          return new SendProForma(
              proForma, caller.tenant(), PublicTokens.hash(token), revision, clock.instant());
        });
  }

  /** What was sent last, with its paper and its link, once more. */
  @PostMapping("/resend")
  @Needs(Permission.SEND_PRO_FORMA)
  ResponseEntity<CommandAnswer> resend(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return change(
        caller,
        request,
        id,
        proForma -> new ResendProForma(proForma, caller.tenant(), clock.instant()));
  }

  @PostMapping("/accept")
  @Needs(Permission.RECORD_ANSWER)
  ResponseEntity<CommandAnswer> accept(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return change(
        caller,
        request,
        id,
        proForma -> new AcceptProForma(proForma, caller.tenant(), recordedBy(caller)));
  }

  @PostMapping("/decline")
  @Needs(Permission.RECORD_ANSWER)
  ResponseEntity<CommandAnswer> decline(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable MaybeBecause body) {
    return change(
        caller,
        request,
        id,
        proForma ->
            new DeclineProForma(
                proForma,
                caller.tenant(),
                recordedBy(caller),
                sealing.noteIfGiven(caller.tenant(), id, MaybeBecause.in(body))));
  }

  @PostMapping("/request-changes")
  @Needs(Permission.RECORD_ANSWER)
  ResponseEntity<CommandAnswer> requestChanges(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Quote.Note body) {
    return change(
        caller,
        request,
        id,
        proForma ->
            new RequestProFormaChanges(
                proForma,
                caller.tenant(),
                recordedBy(caller),
                sealing.note(caller.tenant(), id, body.note())));
  }

  @PostMapping("/extend")
  @Needs(Permission.EDIT_PRO_FORMA)
  ResponseEntity<CommandAnswer> extend(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Quote.Extension body) {
    return change(
        caller,
        request,
        id,
        proForma -> new ExtendProForma(proForma, caller.tenant(), body.newDate(), clock.instant()));
  }

  @PostMapping("/withdraw")
  @Needs(Permission.WITHDRAW_PRO_FORMA)
  ResponseEntity<CommandAnswer> withdraw(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable MaybeBecause body) {
    return change(
        caller,
        request,
        id,
        proForma ->
            new WithdrawProForma(
                proForma,
                caller.tenant(),
                sealing.noteIfGiven(caller.tenant(), id, MaybeBecause.in(body))));
  }

  /** After its invoice was discarded or voided: billing begins anew, in the next round. */
  @PostMapping("/convert")
  @Needs(Permission.CREATE_INVOICE)
  ResponseEntity<CommandAnswer> convert(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return change(caller, request, id, proForma -> new RequestInvoicing(proForma, caller.tenant()));
  }

  private Answer recordedBy(Caller caller) {
    return new Answer(Channel.RECORDED_BY_ADVOCATE, caller.subject(), null, clock.instant());
  }

  private ResponseEntity<CommandAnswer> change(
      Caller caller, CommandRequest request, UUID id, Function<ProFormaId, TenantCommand> command) {
    return commands.handle(
        request, Ask.change(caller.actor(), id, () -> command.apply(new ProFormaId(id))));
  }
}
