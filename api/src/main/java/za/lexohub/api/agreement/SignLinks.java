package za.lexohub.api.agreement;

import java.util.UUID;
import za.lexohub.api.EdgeProperties;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.publiclink.Links;
import za.lexohub.api.reading.LogHead;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.query.Consistency;

/** The links by which clients sign, as the advocate hands them out. */
final class SignLinks {
  private final PublicTokens tokens;
  private final Links links;
  private final LogHead head;
  private final EdgeProperties edge;

  SignLinks(PublicTokens tokens, Links links, LogHead head, EdgeProperties edge) {
    this.tokens = tokens;
    this.links = links;
    this.head = head;
    this.edge = edge;
  }

  String hash(UUID agreement, int generation) {
    return PublicTokens.hash(tokens.token(agreement, LinkPurpose.SIGN, generation));
  }

  CommandAnswer.Link link(UUID agreement, int generation) {
    String token = tokens.token(agreement, LinkPurpose.SIGN, generation);
    return new CommandAnswer.Link(token, edge.publicUrl() + "/api/v1/public/agreements/" + token);
  }

  /** The newest generation of all that were given out until now; 0 when there is none. */
  int newest(UUID agreement) {
    return newest(agreement, head.position());
  }

  /**
   * The newest generation that was given out; 0 when there is none.
   *
   * @param position of the last event that has to be known
   */
  int newest(UUID agreement, long position) {
    Consistency consistency = Consistency.through(position, LogHead.PATIENCE);
    int generation = 0;
    while (links.find(hash(agreement, generation + 1), consistency).isPresent()) {
      generation++;
    }
    return generation;
  }
}
