package za.lexohub.readmodels.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.row.Stamp;

/** Matters to test with. */
public final class Matters {

  public static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

  public static Stamp stamp(String tenant, UUID id, long version) {
    return new Stamp(tenant, id, version, AT.plusSeconds(version));
  }

  public static MatterView opened(UUID id, String title) {
    PartyView client = new PartyView("Nomsa Dlamini", "n@d.example", null, null, null, null, null);
    PartyView attorney = new PartyView("A. Botha", null, null, null, "Botha Inc", null, null);
    return new MatterView(
        id,
        "JHB/2026/001",
        "ACTIVE",
        false,
        "litigation",
        "JOHANNESBURG",
        title,
        null,
        client,
        attorney,
        false,
        null,
        LocalDate.of(2026, 3, 2),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        1,
        AT,
        AT);
  }

  /** The same on hold, at another version. */
  public static MatterView at(MatterView matter, long version) {
    return new MatterView(
        matter.id(),
        matter.reference(),
        "ON_HOLD",
        false,
        matter.matterType(),
        matter.bar(),
        matter.title(),
        null,
        matter.client(),
        matter.attorney(),
        false,
        null,
        matter.openedOn(),
        "waiting",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        version,
        matter.createdAt(),
        matter.updatedAt());
  }

  private Matters() {}
}
