package za.lexohub.api.workflow;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.command.Ask;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.proforma.ProFormaCommands.RetryInvoicing;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.role.CommandRole;

/**
 * Lets a failed workflow go on at the step it failed at. The answer's id and version are the pro
 * forma's. {@code If-Match} may be left out: a workflow shows no version, and only a failed one can
 * be retried.
 */
@RestController
@CommandRole
public final class WorkflowRetry {
  private final CommandEndpoint commands;

  WorkflowRetry(CommandEndpoint commands) {
    this.commands = commands;
  }

  @PostMapping("/api/v1/workflows/{id}/retry")
  @Needs(Permission.RETRY_WORKFLOW)
  ResponseEntity<CommandAnswer> retry(
      Caller caller,
      CommandRequest request,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Nothing body) {
    ProFormaId proForma = new ProFormaId(WorkflowId.of(id).proFormaId());
    return commands.handle(
        request,
        Ask.unconditional(
            caller.actor(), proForma, () -> new RetryInvoicing(proForma, caller.tenant())));
  }
}
