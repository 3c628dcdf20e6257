package za.lexohub.messages.party;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import za.lexohub.messages.TenantId;

/**
 * Names the data subject behind an envelope, so that a repeated command seals under the same key:
 * derived from the file (matter or pro forma) in which the person was first written down.
 */
public final class DataSubjects {

  /** The advocate, who is the tenant. */
  public static UUID advocate(TenantId tenant) {
    return UUID.nameUUIDFromBytes((tenant + "/advocate").getBytes(StandardCharsets.UTF_8));
  }

  public static UUID client(UUID fileId) {
    return derive(fileId, "client");
  }

  public static UUID attorney(UUID fileId) {
    return derive(fileId, "attorney");
  }

  /** The free text of a file. */
  public static UUID wording(UUID fileId) {
    return derive(fileId, "wording");
  }

  private static UUID derive(UUID fileId, String role) {
    return UUID.nameUUIDFromBytes((fileId + "/" + role).getBytes(StandardCharsets.UTF_8));
  }

  private DataSubjects() {}
}
