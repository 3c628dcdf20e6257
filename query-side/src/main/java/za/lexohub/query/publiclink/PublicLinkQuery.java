package za.lexohub.query.publiclink;

import java.util.Optional;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.publiclink.PublicLink;
import za.lexohub.readmodels.publiclink.PublicLinks;

/**
 * Whom a public token belongs to. Used and replaced links are found as well, so that a repeated
 * request can get its first answer again; who asks must treat all that is not live alike.
 */
public final class PublicLinkQuery {

  private final PublicLinks links;
  private final AppliedWait applied;

  public PublicLinkQuery(PublicLinks links, AppliedWait applied) {
    this.links = links;
    this.applied = applied;
  }

  /**
   * @param tokenHash SHA-256 of the token, hex
   * @throws NotYetConsistent when the answer would be older than asked for
   */
  public Optional<PublicLink> find(String tokenHash, Consistency consistency) {
    applied.await(ReadModelGroups.PUBLIC_LINKS, consistency);
    return links.find(tokenHash);
  }
}
