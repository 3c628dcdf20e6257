package za.lexohub.projectors.matter;

import org.jspecify.annotations.Nullable;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.matter.MatterTermsView;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.party.WordingView;
import za.lexohub.readmodels.row.Stamp;

/** A matter as it was opened or requested, the same in every read model. */
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
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        stamp.version(),
        stamp.at(),
        stamp.at());
  }

  static MatterView view(MatterRequested event, Stamp stamp, OpenedText opened) {
    WordingView wording = opened.wording(stamp.tenant(), event.wording()).wording();
    return new MatterView(
        stamp.id(),
        event.reference(),
        "REQUESTED",
        false,
        event.matterType(),
        event.bar().name(),
        wording.title(),
        wording.description(),
        opened.party(stamp.tenant(), event.client()),
        opened.party(stamp.tenant(), event.attorney()),
        false,
        null,
        event.requestedOn(),
        null,
        null,
        null,
        event.requestedBy(),
        null,
        null,
        null,
        null,
        MatterTermsView.requested(event.urgent()),
        null,
        null,
        stamp.version(),
        stamp.at(),
        stamp.at());
  }

  static MatterTermsView terms(MatterTerms terms) {
    return new MatterTermsView(
        terms.feeType().name(),
        money(terms.estimate()),
        money(terms.feeCap()),
        money(terms.hourlyRate()),
        terms.urgent(),
        terms.prescriptionDate(),
        terms.nextCourtDate(),
        terms.expectedCompletion());
  }

  private static @Nullable Money money(za.lexohub.messages.money.@Nullable Money money) {
    return money == null ? null : OpenedText.money(money);
  }

  private OpenedMatter() {}
}
