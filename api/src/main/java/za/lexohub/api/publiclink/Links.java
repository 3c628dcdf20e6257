package za.lexohub.api.publiclink;

import java.util.Optional;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.publiclink.PublicLink;

/** Finds the link behind a token's hash, live or not. */
@FunctionalInterface
public interface Links {
  Optional<PublicLink> find(String tokenHash, Consistency consistency);
}
