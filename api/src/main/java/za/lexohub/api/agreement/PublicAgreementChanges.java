package za.lexohub.api.agreement;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.validation.Valid;
import java.time.Clock;
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
import za.lexohub.api.publiclink.PublicDoor;
import za.lexohub.api.reading.LogHead;
import za.lexohub.api.security.Actor;
import za.lexohub.api.security.NeedsNoLogin;
import za.lexohub.messages.ActorType;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementCommands.SignAgreement;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.query.Consistency;
import za.lexohub.role.CommandRole;

/** What a client does with a link. The aggregate decides whether the link still holds. */
@RestController
@NeedsNoLogin
@CommandRole
@RequestMapping("/api/v1/public/agreements/{token}")
@SecurityRequirements
public final class PublicAgreementChanges {
  private final CommandEndpoint commands;
  private final PublicDoor door;
  private final Sealing sealing;
  private final Agreements agreements;
  private final LogHead head;
  private final Clock clock;

  PublicAgreementChanges(
      CommandEndpoint commands,
      PublicDoor door,
      Sealing sealing,
      Agreements agreements,
      LogHead head,
      Clock clock) {
    this.commands = commands;
    this.door = door;
    this.sealing = sealing;
    this.agreements = agreements;
    this.head = head;
    this.clock = clock;
  }

  @PostMapping("/sign")
  ResponseEntity<CommandAnswer> sign(
      CommandRequest request,
      @PathVariable String token,
      @Valid @RequestBody AgreementBodies.Signature body) {
    return door.open(
        token,
        LinkPurpose.SIGN,
        Consistency.NONE,
        (link, hash) -> {
          TenantId tenant = new TenantId(link.tenant());
          UUID id = link.subjectId();
          Actor client =
              new Actor(tenant, ActorType.PUBLIC_TOKEN, DataSubjects.client(id).toString());
          return commands.handle(
              request.withKeyOf("public/" + id),
              Ask.unconditional(
                  client,
                  id,
                  () ->
                      new SignAgreement(
                          new AgreementId(id),
                          tenant,
                          hash,
                          sealing.note(
                              tenant,
                              AgreementChanges.fileOf(agreements, head, link.tenant(), id),
                              body.name().strip()),
                          Channel.PUBLIC_LINK,
                          clock.instant())));
        });
  }
}
