package za.lexohub.api.erasure;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import za.lexohub.api.command.Ask;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.erasure.ErasureCommands.CancelErasure;
import za.lexohub.messages.erasure.ErasureCommands.ErasePersonalData;
import za.lexohub.messages.erasure.ErasureCommands.PlaceLegalHold;
import za.lexohub.messages.erasure.ErasureCommands.ReleaseLegalHold;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.PersonalFileId;

/**
 * What may be asked of any file. The answer's version is that of the file's personal data, as
 * {@code …/personal-data} shows it; {@code If-Match} may name it and need not.
 */
final class FileErasure {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Clock clock;

  FileErasure(CommandEndpoint commands, Sealing sealing, Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.clock = clock;
  }

  ResponseEntity<CommandAnswer> erase(
      Caller caller, CommandRequest request, FileReference file, NewErasure body) {
    return ask(
        caller,
        request,
        file,
        () ->
            new ErasePersonalData(
                file,
                caller.tenant(),
                body.chosen(),
                sealing.lasting(caller.tenant(), body.reason()),
                Boolean.TRUE.equals(body.schedule()),
                clock.instant()));
  }

  ResponseEntity<CommandAnswer> cancel(
      Caller caller, CommandRequest request, FileReference file, LastingReason body) {
    return ask(
        caller,
        request,
        file,
        () ->
            new CancelErasure(
                file, caller.tenant(), sealing.lasting(caller.tenant(), body.reason())));
  }

  ResponseEntity<CommandAnswer> hold(
      Caller caller, CommandRequest request, FileReference file, LastingReason body) {
    return ask(
        caller,
        request,
        file,
        () ->
            new PlaceLegalHold(
                file,
                caller.tenant(),
                sealing.lasting(caller.tenant(), body.reason()),
                clock.instant()));
  }

  ResponseEntity<CommandAnswer> release(
      Caller caller, CommandRequest request, FileReference file, LastingReason body) {
    return ask(
        caller,
        request,
        file,
        () ->
            new ReleaseLegalHold(
                file, caller.tenant(), sealing.lasting(caller.tenant(), body.reason())));
  }

  private ResponseEntity<CommandAnswer> ask(
      Caller caller,
      CommandRequest request,
      FileReference file,
      Supplier<? extends TenantCommand> command) {
    return commands.handle(
        request, Ask.unconditional(caller.actor(), PersonalFileId.of(file), command));
  }
}
