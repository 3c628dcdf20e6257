package za.lexohub.projectors.work;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.matter.MatterEvents.DisbursementAmended;
import za.lexohub.messages.matter.MatterEvents.DisbursementLogged;
import za.lexohub.messages.matter.MatterEvents.ServiceAmended;
import za.lexohub.messages.matter.MatterEvents.ServiceLogged;
import za.lexohub.messages.matter.MatterEvents.TimeEntryAmended;
import za.lexohub.messages.matter.MatterEvents.TimeLogged;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.work.WorkKind;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.work.LoggedWork;

/** Puts what was logged or amended into the read side's words, with its text opened. */
final class Descriptions {
  private final OpenedText opened;

  Descriptions(OpenedText opened) {
    this.opened = opened;
  }

  LoggedWork time(TimeLogged it, Stamp stamp) {
    return time(
        new TimeEntryAmended(
            it.matterId(),
            it.workItemId(),
            it.date(),
            it.minutes(),
            it.rate(),
            it.amount(),
            it.billable(),
            it.vatTreatment(),
            it.description()),
        stamp);
  }

  LoggedWork time(TimeEntryAmended it, Stamp stamp) {
    return new LoggedWork(
        WorkKind.TIME.name(),
        it.date(),
        text(it.description(), stamp),
        it.minutes(),
        null,
        null,
        OpenedText.money(it.rate()),
        null,
        null,
        OpenedText.money(it.amount()),
        it.billable(),
        it.vatTreatment().name());
  }

  LoggedWork service(ServiceLogged it, Stamp stamp) {
    return service(
        new ServiceAmended(
            it.matterId(),
            it.workItemId(),
            it.date(),
            it.category(),
            it.quantity(),
            it.rate(),
            it.amount(),
            it.vatTreatment(),
            it.description()),
        stamp);
  }

  LoggedWork service(ServiceAmended it, Stamp stamp) {
    return new LoggedWork(
        WorkKind.SERVICE.name(),
        it.date(),
        text(it.description(), stamp),
        null,
        it.category().name(),
        it.quantity(),
        OpenedText.money(it.rate()),
        null,
        null,
        OpenedText.money(it.amount()),
        true,
        it.vatTreatment().name());
  }

  LoggedWork disbursement(DisbursementLogged it, Stamp stamp) {
    return disbursement(
        new DisbursementAmended(
            it.matterId(),
            it.workItemId(),
            it.date(),
            it.type(),
            it.cost(),
            it.markupBasisPoints(),
            it.amount(),
            it.vatTreatment(),
            it.description()),
        stamp);
  }

  LoggedWork disbursement(DisbursementAmended it, Stamp stamp) {
    return new LoggedWork(
        WorkKind.DISBURSEMENT.name(),
        it.date(),
        text(it.description(), stamp),
        null,
        it.type().name(),
        null,
        null,
        OpenedText.money(it.cost()),
        it.markupBasisPoints(),
        OpenedText.money(it.amount()),
        true,
        it.vatTreatment().name());
  }

  @Nullable String reason(@Nullable PersonalData sealed, Stamp stamp) {
    return opened.text(stamp.tenant(), sealed);
  }

  private String text(PersonalData sealed, Stamp stamp) {
    return Objects.requireNonNull(opened.text(stamp.tenant(), sealed));
  }
}
