package za.lexohub.projectors.matter;

import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.party.WordingView;
import za.lexohub.readmodels.row.Stamp;

/** A matter as it was opened, the same in every read model. */
final class OpenedMatter {

  static MatterView view(MatterOpened event, Stamp stamp, OpenedText opened) {
    WordingView wording = opened.wording(stamp.tenant(), event.wording()).wording();
    return new MatterView(
        stamp.id(),
        event.reference(),
        "ACTIVE",
        false,
        event.matterType(),
        event.bar().name(),
        wording.title(),
        wording.description(),
        opened.party(stamp.tenant(), event.client()),
        opened.party(stamp.tenant(), event.attorney()),
        event.vatExempt(),
        event.courtCaseNumber(),
        event.openedOn(),
        null,
        null,
        null,
        stamp.version(),
        stamp.at(),
        stamp.at());
  }

  private OpenedMatter() {}
}
