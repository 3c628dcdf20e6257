package za.lexohub.messages.erasure;

import java.util.UUID;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * The file in which people were written down.
 *
 * @param id of the matter or the pro forma
 */
public record FileReference(FileKind kind, UUID id) {

  public static FileReference of(MatterId matterId) {
    return new FileReference(FileKind.MATTER, matterId.value());
  }

  public static FileReference of(ProFormaId proFormaId) {
    return new FileReference(FileKind.PRO_FORMA, proFormaId.value());
  }
}
