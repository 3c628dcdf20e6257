package za.lexohub.api.statement;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.command.Ask;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.command.NoVersion;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.matter.MatterCommands.RequestStatement;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.role.CommandRole;

/** Has statements of account made: one more for every request. */
@RestController
@CommandRole
public final class Statements {

  /**
   * @param from the first day of the period
   * @param to its last day, whose end the closing balance and the ages are of
   */
  @Schema(name = "StatementRequest", description = "The period, both days included.")
  record StatementRequest(
      @NotNull(message = "must be given") @Schema(example = "2026-03-01") LocalDate from,
      @NotNull(message = "must be given") @Schema(example = "2026-03-31") LocalDate to) {}

  private final CommandEndpoint commands;

  Statements(CommandEndpoint commands) {
    this.commands = commands;
  }

  @PostMapping("/api/v1/matters/{id}/statements")
  @Needs(Permission.MAKE_PAPERS)
  @NoVersion
  ResponseEntity<CommandAnswer> request(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody StatementRequest body) {
    return commands.handle(
        request,
        Ask.unconditional(
            caller.actor(),
            id,
            () -> new RequestStatement(new MatterId(id), caller.tenant(), body.from(), body.to())));
  }
}
