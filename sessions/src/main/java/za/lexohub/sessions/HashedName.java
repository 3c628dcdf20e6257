package za.lexohub.sessions;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names of people and of their lines as keys of Redis hold them: as hashes, not to be read. */
final class HashedName {

  static String of(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private HashedName() {}
}
