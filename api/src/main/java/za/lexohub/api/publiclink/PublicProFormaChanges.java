package za.lexohub.api.publiclink;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
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
import za.lexohub.api.input.MaybeBecause;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Actor;
import za.lexohub.api.security.NeedsNoLogin;
import za.lexohub.messages.ActorType;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.proforma.Answer;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.ProFormaCommands.AcceptProForma;
import za.lexohub.messages.proforma.ProFormaCommands.DeclineProForma;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaChanges;
import za.lexohub.messages.proforma.ProFormaCommands.SubmitProFormaRequest;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.Urgency;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.publiclink.PublicLink;
import za.lexohub.role.CommandRole;

/** What an attorney does with a link. The aggregate decides whether the link still holds. */
@RestController
@NeedsNoLogin
@CommandRole
@RequestMapping("/api/v1/public/pro-formas/{token}")
@SecurityRequirements
public final class PublicProFormaChanges {
  private static final String ATTORNEY = "attorney";

  private final CommandEndpoint commands;
  private final PublicDoor door;
  private final Sealing sealing;
  private final Clock clock;

  PublicProFormaChanges(CommandEndpoint commands, PublicDoor door, Sealing sealing, Clock clock) {
    this.commands = commands;
    this.door = door;
    this.sealing = sealing;
    this.clock = clock;
  }

  @PostMapping("/submit")
  ResponseEntity<CommandAnswer> submit(
      CommandRequest request,
      @PathVariable String token,
      @Valid @RequestBody PublicBodies.Form body) {
    return visit(
        request,
        token,
        LinkPurpose.SUBMIT,
        (tenant, id, hash) ->
            new SubmitProFormaRequest(
                new ProFormaId(id),
                tenant,
                hash,
                sealing.client(tenant, id, body.client()),
                sealing.attorney(tenant, id, body.attorney()),
                sealing.wording(
                    tenant, id, body.title(), body.description(), body.narrative(), List.of()),
                body.matterType().strip(),
                body.urgency() == null ? Urgency.MEDIUM : body.urgency(),
                clock.instant()));
  }

  @PostMapping("/accept")
  ResponseEntity<CommandAnswer> accept(
      CommandRequest request,
      @PathVariable String token,
      @RequestBody(required = false) @Nullable Nothing body) {
    return visit(
        request,
        token,
        LinkPurpose.RESPOND,
        (tenant, id, hash) -> new AcceptProForma(new ProFormaId(id), tenant, byLink(hash)));
  }

  @PostMapping("/decline")
  ResponseEntity<CommandAnswer> decline(
      CommandRequest request,
      @PathVariable String token,
      @Valid @RequestBody(required = false) @Nullable MaybeBecause body) {
    String reason = MaybeBecause.in(body);
    return visit(
        request,
        token,
        LinkPurpose.RESPOND,
        (tenant, id, hash) ->
            new DeclineProForma(
                new ProFormaId(id),
                tenant,
                byLink(hash),
                reason == null ? null : sealing.note(tenant, id, reason)));
  }

  @PostMapping("/request-changes")
  ResponseEntity<CommandAnswer> requestChanges(
      CommandRequest request,
      @PathVariable String token,
      @Valid @RequestBody PublicBodies.Note body) {
    return visit(
        request,
        token,
        LinkPurpose.RESPOND,
        (tenant, id, hash) ->
            new RequestProFormaChanges(
                new ProFormaId(id), tenant, byLink(hash), sealing.note(tenant, id, body.note())));
  }

  private interface Decision {
    TenantCommand on(TenantId tenant, UUID proFormaId, String tokenHash);
  }

  private ResponseEntity<CommandAnswer> visit(
      CommandRequest request, String token, LinkPurpose purpose, Decision decision) {
    return door.open(
        token,
        purpose,
        Consistency.NONE,
        (PublicLink link, String hash) -> {
          TenantId tenant = new TenantId(link.tenant());
          UUID id = link.subjectId();
          Actor attorney =
              new Actor(tenant, ActorType.PUBLIC_TOKEN, DataSubjects.attorney(id).toString());
          return commands.handle(
              request.withKeyOf("public/" + id),
              Ask.unconditional(attorney, id, () -> decision.on(tenant, id, hash)));
        });
  }

  private Answer byLink(String hash) {
    return new Answer(Channel.PUBLIC_LINK, ATTORNEY, hash, clock.instant());
  }
}
