package za.lexohub.api.erasure;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.command.NoVersion;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.role.CommandRole;

/** Erases the file of a pro forma that stands on no matter. */
@RestController
@CommandRole
@RequestMapping("/api/v1/pro-formas/{id}")
public final class ProFormaErasure {
  private final FileErasure files;

  ProFormaErasure(CommandEndpoint commands, Sealing sealing, Clock clock) {
    this.files = new FileErasure(commands, sealing, clock);
  }

  @PostMapping("/erase-personal-data")
  @Needs(Permission.ERASE)
  @NoVersion
  ResponseEntity<CommandAnswer> erase(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody NewErasure body) {
    return files.erase(caller, request, file(id), body);
  }

  @PostMapping("/cancel-erasure")
  @Needs(Permission.ERASE)
  @NoVersion
  ResponseEntity<CommandAnswer> cancelErasure(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody LastingReason body) {
    return files.cancel(caller, request, file(id), body);
  }

  @PostMapping("/place-legal-hold")
  @Needs(Permission.ERASE)
  @NoVersion
  ResponseEntity<CommandAnswer> placeLegalHold(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody LastingReason body) {
    return files.hold(caller, request, file(id), body);
  }

  @PostMapping("/release-legal-hold")
  @Needs(Permission.ERASE)
  @NoVersion
  ResponseEntity<CommandAnswer> releaseLegalHold(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody LastingReason body) {
    return files.release(caller, request, file(id), body);
  }

  private static FileReference file(UUID id) {
    return FileReference.of(new ProFormaId(id));
  }
}
