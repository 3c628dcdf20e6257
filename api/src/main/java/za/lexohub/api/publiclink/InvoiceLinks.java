package za.lexohub.api.publiclink;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.EdgeProperties;
import za.lexohub.api.command.Ask;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.command.NoVersion;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.reading.LogHead;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.invoice.InvoiceCommands.IssueInvoiceLink;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.query.Consistency;
import za.lexohub.role.CommandRole;

/** Hands out links on which whoever owes an invoice sees it without a login. */
@RestController
@CommandRole
public final class InvoiceLinks {
  private final CommandEndpoint commands;
  private final PublicTokens tokens;
  private final Links links;
  private final LogHead head;
  private final EdgeProperties edge;

  InvoiceLinks(
      CommandEndpoint commands,
      PublicTokens tokens,
      Links links,
      LogHead head,
      EdgeProperties edge) {
    this.commands = commands;
    this.tokens = tokens;
    this.links = links;
    this.head = head;
    this.edge = edge;
  }

  /**
   * The older link is worthless from now on; the new one holds for a year. A repeat answers with
   * the newest link.
   */
  @PostMapping("/api/v1/invoices/{id}/issue-link")
  @Needs(Permission.SEND_INVOICE)
  @NoVersion
  ResponseEntity<CommandAnswer> issue(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    AtomicInteger generation = new AtomicInteger();
    Ask ask =
        Ask.unconditional(
                caller.actor(),
                id,
                () -> {
                  generation.set(newest(id, head.position()) + 1);
                  return new IssueInvoiceLink(
                      new InvoiceId(id),
                      caller.tenant(),
                      PublicTokens.hash(token(id, generation.get())),
                      generation.get());
                })
            .answering(
                (answer, outcome) ->
                    new CommandAnswer(
                        answer.id(),
                        answer.version(),
                        link(
                            token(
                                id,
                                generation.get() > 0
                                    ? generation.get()
                                    : newest(id, outcome.position()))),
                        null,
                        null));
    return commands.handle(request, ask);
  }

  private CommandAnswer.Link link(String token) {
    return new CommandAnswer.Link(token, edge.publicUrl() + "/api/v1/public/invoices/" + token);
  }

  /** The newest generation that was given out; 0 when there is none. */
  private int newest(UUID id, long position) {
    Consistency consistency = Consistency.through(position, LogHead.PATIENCE);
    int generation = 0;
    while (isGivenOut(id, generation + 1, consistency)) {
      generation++;
    }
    return generation;
  }

  private boolean isGivenOut(UUID id, int generation, Consistency consistency) {
    String hash = PublicTokens.hash(token(id, generation));
    return links.find(hash, consistency).isPresent();
  }

  private String token(UUID id, int generation) {
    return tokens.token(id, LinkPurpose.VIEW_INVOICE, generation);
  }
}
