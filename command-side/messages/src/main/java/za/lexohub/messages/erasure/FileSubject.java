package za.lexohub.messages.erasure;

import java.util.UUID;
import za.lexohub.messages.party.DataSubjects;

/** Whom or what a file tells about, each under a key of its own. */
public enum FileSubject {
  CLIENT,
  ATTORNEY,
  /** Every text that a person has typed: titles, narratives, lines, reasons, references. */
  WORDING;

  /** The data subject behind what a matter, pro forma or invoice has sealed. */
  public UUID in(UUID id) {
    return switch (this) {
      case CLIENT -> DataSubjects.client(id);
      case ATTORNEY -> DataSubjects.attorney(id);
      case WORDING -> DataSubjects.wording(id);
    };
  }
}
