package za.lexohub.api.proforma;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
import za.lexohub.api.input.Because;
import za.lexohub.api.input.LineInput;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.ratecard.Rates;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.ProFormaCommands.DraftProForma;
import za.lexohub.messages.proforma.ProFormaCommands.MailProFormaLink;
import za.lexohub.messages.proforma.ProFormaCommands.RegenerateProFormaLink;
import za.lexohub.messages.proforma.ProFormaCommands.RejectProFormaRequest;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProForma;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.RequestedAction;
import za.lexohub.messages.proforma.Urgency;
import za.lexohub.role.CommandRole;

/** Begins pro formas, and prices or rejects what attorneys have asked for. */
@RestController
@CommandRole
@RequestMapping("/api/v1/pro-formas")
public final class ProFormaRequests {
  private static final Duration LINK_LIFE = Duration.ofDays(7);
  private static final Duration LONGEST_LINK_LIFE = Duration.ofDays(365);
  private static final int FIRST_LINK = 1;

  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Rates rates;
  private final SubmitLinks links;
  private final Clock clock;

  ProFormaRequests(
      CommandEndpoint commands, Sealing sealing, Rates rates, SubmitLinks links, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.rates = rates;
    this.links = links;
    this.clock = clock;
  }

  @PostMapping
  @Needs(Permission.CREATE_PRO_FORMA)
  ResponseEntity<CommandAnswer> create(
      Caller caller, CommandRequest request, @Valid @RequestBody NewProForma body) {
    ProFormaId id = new ProFormaId(request.newId(caller.tenant(), "pro-forma"));
    Ask ask =
        switch (body) {
          case NewProForma.Link link ->
              creation(caller, id, () -> requested(caller, id, link))
                  .answering(
                      (answer, outcome) ->
                          new CommandAnswer(
                              answer.id(),
                              answer.version(),
                              links.link(id, FIRST_LINK),
                              null,
                              null));
          case NewProForma.Draft draft -> creation(caller, id, () -> drafted(caller, id, draft));
        };
    return commands.handle(request, ask);
  }

  @PostMapping("/{id}/draft")
  @Needs(Permission.EDIT_PRO_FORMA)
  ResponseEntity<CommandAnswer> draft(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Quote.Pricing body) {
    return commands.handle(
        request, Ask.change(caller.actor(), id, () -> priced(caller, new ProFormaId(id), body)));
  }

  @PostMapping("/{id}/reject")
  @Needs(Permission.EDIT_PRO_FORMA)
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
                new RejectProFormaRequest(
                    new ProFormaId(id),
                    caller.tenant(),
                    sealing.note(caller.tenant(), id, body.reason()))));
  }

  /** The old link is worthless from now on. A repeat answers with the newest link. */
  @PostMapping("/{id}/regenerate-link")
  @Needs(Permission.EDIT_PRO_FORMA)
  ResponseEntity<CommandAnswer> regenerateLink(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) Quote.@Nullable Regeneration body) {
    ProFormaId proForma = new ProFormaId(id);
    AtomicInteger generation = new AtomicInteger();
    Ask ask =
        Ask.change(
                caller.actor(),
                id,
                () -> {
                  generation.set(links.newest(proForma) + 1);
                  return new RegenerateProFormaLink(
                      proForma,
                      caller.tenant(),
                      links.hash(proForma, generation.get()),
                      generation.get(),
                      expiry(body == null ? null : body.expiresAt()),
                      clock.instant());
                })
            .answering(
                (answer, outcome) -> {
                  int newest =
                      generation.get() > 0
                          ? generation.get()
                          : links.newest(proForma, outcome.position());
                  return new CommandAnswer(
                      answer.id(), answer.version(), links.link(proForma, newest), null, null);
                });
    return commands.handle(request, ask);
  }

  /** To whoever is to fill in the request; again: once more. */
  @PostMapping("/{id}/mail-link")
  @Needs(Permission.EDIT_PRO_FORMA)
  ResponseEntity<CommandAnswer> mailLink(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Quote.Addressee body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new MailProFormaLink(
                    new ProFormaId(id),
                    caller.tenant(),
                    sealing.addressee(caller.tenant(), id, body.name(), body.email()),
                    clock.instant())));
  }

  private static Ask creation(Caller caller, ProFormaId id, Supplier<TenantCommand> command) {
    return Ask.creation(caller.actor(), id, "/api/v1/pro-formas", command);
  }

  private RequestProForma requested(Caller caller, ProFormaId id, NewProForma.Link body) {
    return new RequestProForma(
        id,
        caller.tenant(),
        sealing.client(caller.tenant(), id.value(), body.client()),
        sealing.wording(
            caller.tenant(), id.value(), body.title(), body.description(), null, List.of()),
        body.matterType().strip(),
        body.urgency() == null ? Urgency.MEDIUM : body.urgency(),
        body.requestedAction() == null ? RequestedAction.PRO_FORMA : body.requestedAction(),
        links.hash(id, FIRST_LINK),
        expiry(body.expiresAt()),
        clock.instant());
  }

  private DraftProForma drafted(Caller caller, ProFormaId id, NewProForma.Draft body) {
    return priced(
        caller,
        id,
        new Quote.Pricing(
            body.matterId(),
            body.client(),
            body.attorney(),
            body.matterType(),
            body.title(),
            body.description(),
            body.narrative(),
            body.lines(),
            body.quoteDate(),
            body.validUntil()));
  }

  private DraftProForma priced(Caller caller, ProFormaId id, Quote.Pricing body) {
    LocalDate quoteDate =
        body.quoteDate() == null ? BusinessTime.dateAt(clock.instant()) : body.quoteDate();
    return new DraftProForma(
        id,
        caller.tenant(),
        body.matterId() == null ? null : new MatterId(body.matterId()),
        body.client() == null ? null : sealing.client(caller.tenant(), id.value(), body.client()),
        body.attorney() == null
            ? null
            : sealing.attorney(caller.tenant(), id.value(), body.attorney()),
        body.matterType(),
        sealing.wording(
            caller.tenant(),
            id.value(),
            body.title(),
            body.description(),
            body.narrative(),
            LineInput.descriptions(body.lines())),
        rates.offered(caller.tenant(), body.lines()),
        quoteDate,
        body.validUntil() == null ? quoteDate.plusDays(30) : body.validUntil());
  }

  private Instant expiry(@Nullable Instant given) {
    Instant now = clock.instant();
    if (given != null && given.isAfter(now.plus(LONGEST_LINK_LIFE))) {
      throw Refusal.input(
          ProblemCode.INVALID_INPUT,
          "A link lasts a year at most.",
          new InputError("/expiresAt", "range", "must be at most a year from now"));
    }
    return given == null ? now.plus(LINK_LIFE) : given;
  }
}
