package za.lexohub.domain.matter;

import static za.lexohub.domain.Samples.party;
import static za.lexohub.domain.Samples.sealed;

import java.time.LocalDate;
import za.lexohub.domain.Samples;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterCommands.OpenMatter;
import za.lexohub.messages.matter.MatterCommands.RequestMatter;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.practice.Bar;

/**
 * Matters for specifications: a commercial one of a Johannesburg advocate, unless said otherwise.
 */
public record Matters(MatterId id, TenantId tenant, boolean vatExempt, LocalDate openedOn) {

  public static Matters matter() {
    return new Matters(MatterId.random(), Samples.JHB, false, LocalDate.of(2026, 8, 3));
  }

  public Matters of(TenantId owner) {
    return new Matters(id, owner, vatExempt, openedOn);
  }

  public Matters exempt() {
    return new Matters(id, tenant, true, openedOn);
  }

  public Matters openedOn(LocalDate date) {
    return new Matters(id, tenant, vatExempt, date);
  }

  public OpenMatter open() {
    return new OpenMatter(
        id,
        tenant,
        "commercial",
        party("client of " + id),
        party("attorney of " + id),
        sealed("wording of " + id),
        vatExempt,
        "2026/12345",
        openedOn,
        false);
  }

  public RequestMatter request() {
    return new RequestMatter(
        id,
        tenant,
        "commercial",
        party("client of " + id),
        party("attorney of " + id),
        sealed("wording of " + id),
        true,
        "naledi",
        openedOn);
  }

  public MatterRequested requested() {
    return new MatterRequested(
        id,
        tenant,
        "JHB/2026/001",
        "commercial",
        Bar.JOHANNESBURG,
        party("client of " + id),
        party("attorney of " + id),
        sealed("wording of " + id),
        true,
        "naledi",
        openedOn);
  }

  public MatterOpened opened(String reference, Bar bar) {
    return new MatterOpened(
        id,
        tenant,
        reference,
        "commercial",
        bar,
        party("client of " + id),
        party("attorney of " + id),
        sealed("wording of " + id),
        vatExempt,
        "2026/12345",
        openedOn);
  }

  public MatterOpened opened() {
    return opened("JHB/2026/001", Bar.JOHANNESBURG);
  }

  public MatterFile file() {
    return new MatterFile(
        "commercial",
        party("client of " + id),
        party("attorney of " + id),
        vatExempt,
        false,
        false,
        false,
        sealed("wording of " + id),
        true);
  }
}
