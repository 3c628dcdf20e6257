package za.lexohub.projectors.practice;

import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateDetailsChanged;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateRegistered;
import za.lexohub.messages.practice.AdvocateEvents.BrandingSet;
import za.lexohub.messages.practice.AdvocateEvents.NumberFormatsChanged;
import za.lexohub.messages.practice.AdvocateEvents.OverpaymentPolicySet;
import za.lexohub.messages.practice.AdvocateEvents.PracticeProfileChanged;
import za.lexohub.messages.practice.AdvocateEvents.ReminderPolicySet;
import za.lexohub.messages.practice.AdvocateEvents.VatRegistrationChanged;
import za.lexohub.messages.practice.NumberFormat;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.practice.PracticeRows;
import za.lexohub.readmodels.practice.PracticeView;
import za.lexohub.readmodels.row.Stamp;

/**
 * Keeps the page of a practice. It has nothing to forget: what it holds is the advocate's own, and
 * no file's key seals it.
 */
@ProcessingGroup(ReadModelGroups.PRACTICE)
public final class PracticeProjector {

  private final PracticeRows practices;
  private final OpenedText opened;
  private final PublishedPositions positions;

  public PracticeProjector(
      PracticeRows practices, OpenedText opened, PublishedPositions positions) {
    this.practices = practices;
    this.opened = opened;
    this.positions = positions;
  }

  @EventHandler
  void on(AdvocateRegistered event, Stamp stamp) {
    practices.registered(
        stamp,
        event.bar().name(),
        event.profile().name(),
        particulars(stamp.tenant(), event.details()));
  }

  @EventHandler
  void on(AdvocateDetailsChanged event, Stamp stamp) {
    practices.changed(stamp, event.bar().name(), particulars(stamp.tenant(), event.details()));
  }

  @EventHandler
  void on(VatRegistrationChanged event, Stamp stamp) {
    practices.vat(stamp, event.from(), event.registered());
  }

  @EventHandler
  void on(PracticeProfileChanged event, Stamp stamp) {
    practices.profile(stamp, event.profile().name(), event.fidelityCertificateUntil());
  }

  @EventHandler
  void on(NumberFormatsChanged event, Stamp stamp) {
    practices.formats(
        stamp,
        event.formats().stream()
            .collect(Collectors.toMap(it -> it.series().name(), NumberFormat::pattern)));
  }

  @EventHandler
  void on(ReminderPolicySet event, Stamp stamp) {
    practices.reminders(
        stamp,
        event.autoRemind(),
        event.days().stream()
            .map(day -> new PracticeView.Reminder(day.type().name(), day.days()))
            .toList());
  }

  @EventHandler
  void on(OverpaymentPolicySet event, Stamp stamp) {
    practices.overpayments(stamp, event.policy().name());
  }

  @EventHandler
  void on(BrandingSet event, Stamp stamp) {
    practices.branding(stamp, event.logoSha256(), event.colour());
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.PRACTICE);
    practices.empty();
  }

  private PracticeView.@Nullable Particulars particulars(String tenant, PersonalData details) {
    return opened
        .open(tenant, details, SupplierDetails.class)
        .map(
            open ->
                new PracticeView.Particulars(
                    open.name(),
                    open.email(),
                    open.phone(),
                    open.address(),
                    open.practiceNumber(),
                    open.vatNumber(),
                    account(open.banking())))
        .orElse(null);
  }

  /** An account in the words of the read side. */
  public static PracticeView.@Nullable BankAccount account(
      SupplierDetails.@Nullable Banking banking) {
    return banking == null
        ? null
        : new PracticeView.BankAccount(
            banking.bank(),
            banking.accountName(),
            banking.accountNumber(),
            banking.branchCode(),
            banking.swift());
  }
}
