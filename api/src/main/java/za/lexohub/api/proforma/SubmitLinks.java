package za.lexohub.api.proforma;

import za.lexohub.api.EdgeProperties;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.publiclink.Links;
import za.lexohub.api.reading.LogHead;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.query.Consistency;

/** The links on which attorneys fill in requests, as the advocate hands them out. */
final class SubmitLinks {
  private final PublicTokens tokens;
  private final Links links;
  private final LogHead head;
  private final EdgeProperties edge;

  SubmitLinks(PublicTokens tokens, Links links, LogHead head, EdgeProperties edge) {
    this.tokens = tokens;
    this.links = links;
    this.head = head;
    this.edge = edge;
  }

  String hash(ProFormaId id, int generation) {
    return PublicTokens.hash(tokens.token(id, LinkPurpose.SUBMIT, generation));
  }

  CommandAnswer.Link link(ProFormaId id, int generation) {
    String token = tokens.token(id, LinkPurpose.SUBMIT, generation);
    return new CommandAnswer.Link(token, edge.publicUrl() + "/api/v1/public/pro-formas/" + token);
  }

  /** The newest generation of all that were given out until now; 0 when there is none. */
  int newest(ProFormaId id) {
    return newest(id, head.position());
  }

  /**
   * The newest generation that was given out; 0 when there is none.
   *
   * @param position of the last event that has to be known
   */
  int newest(ProFormaId id, long position) {
    Consistency consistency = Consistency.through(position, LogHead.PATIENCE);
    int generation = 0;
    while (links.find(hash(id, generation + 1), consistency).isPresent()) {
      generation++;
    }
    return generation;
  }
}
