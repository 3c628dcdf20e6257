package za.lexohub.domain.erasure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureCommands.CancelErasure;
import za.lexohub.messages.erasure.ErasureCommands.CarryOutErasure;
import za.lexohub.messages.erasure.ErasureCommands.ErasePersonalData;
import za.lexohub.messages.erasure.ErasureCommands.PlaceLegalHold;
import za.lexohub.messages.erasure.ErasureCommands.ReleaseLegalHold;
import za.lexohub.messages.erasure.ErasureEvents.ErasureCancelled;
import za.lexohub.messages.erasure.ErasureEvents.ErasureScheduled;
import za.lexohub.messages.erasure.ErasureEvents.LegalHoldPlaced;
import za.lexohub.messages.erasure.ErasureEvents.LegalHoldReleased;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.ErasureEvents.SubjectKeysDestroyed;
import za.lexohub.messages.erasure.ErasureEvents.UploadTicketsExpired;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.erasure.RetentionClaim;
import za.lexohub.messages.practice.BusinessTime;

/**
 * The personal data of one file. It is live without ever having been told so; then perhaps held,
 * scheduled for erasure, and erased, which is the end: the whole of it or some of its subjects.
 */
@Aggregate(cache = "aggregateCache")
class PersonalFile implements TenantOwned {

  /** What is purged beside the keys and the papers sealed under them. */
  static final List<String> STORES =
      List.of(
          "sql-read-models",
          "search-documents",
          "matter-cards",
          "documents",
          "key-caches",
          "invoice-cards");

  @AggregateIdentifier private PersonalFileId id;
  private @Nullable TenantId tenant;
  private final Set<FileSubject> erased = EnumSet.noneOf(FileSubject.class);
  private final List<ErasedData> keysLeft = new ArrayList<>();
  private final List<ErasedData> ticketsLeft = new ArrayList<>();
  private @Nullable ErasureScheduled scheduled;
  private boolean held;

  PersonalFile() {}

  void requireLive() {
    if (!erased.isEmpty()) {
      throw new RuleViolated(
          Rule.PERSONAL_DATA_ERASED, "the personal data of this file is erased; it stays ended");
    }
  }

  /** Whether the command asks for what is done, or settled to be done, already. */
  boolean asksForNothing(ErasePersonalData command) {
    return erased.containsAll(command.subjects());
  }

  void decide(ErasePersonalData command, FileContents contents) {
    if (asksForNothing(command)) {
      return;
    }
    requireUnused(contents);
    Set<FileSubject> subjects = new TreeSet<>(command.subjects());
    if (scheduled != null) {
      subjects.addAll(scheduled.subjects());
    }
    subjects.removeAll(erased);
    LocalDate today = BusinessTime.dateAt(command.at());
    List<RetentionClaim> claims = contents.claimsOn(today);
    boolean underHold = held || contents.held();
    if (command.schedule() && (underHold || !claims.isEmpty())) {
      schedule(command, List.copyOf(subjects), claims, today);
      return;
    }
    if (!claims.isEmpty()) {
      throw retained(claims);
    }
    if (underHold) {
      throw underHold();
    }
    apply(
        new PersonalDataErased(
            PersonalFileId.of(command.file()),
            command.tenant(),
            data(command.file(), List.copyOf(subjects), contents),
            command.reason(),
            STORES,
            command.at()));
  }

  private void schedule(
      ErasePersonalData command,
      List<FileSubject> subjects,
      List<RetentionClaim> claims,
      LocalDate today) {
    LocalDate dueOn = dueOn(claims, today);
    if (scheduled != null
        && scheduled.subjects().equals(subjects)
        && scheduled.claims().equals(claims)) {
      return;
    }
    apply(
        new ErasureScheduled(
            PersonalFileId.of(command.file()),
            command.tenant(),
            command.file(),
            subjects,
            dueOn,
            claims,
            command.reason(),
            command.at()));
  }

  @EventSourcingHandler
  void evolve(ErasureScheduled event) {
    id = event.personalFileId();
    tenant = event.tenantId();
    scheduled = event;
  }

  void decide(CarryOutErasure command, FileContents contents) {
    LocalDate today = BusinessTime.dateAt(command.at());
    if (scheduled == null || today.isBefore(scheduled.dueOn())) {
      return;
    }
    if (held || contents.held()) {
      throw underHold();
    }
    requireUnused(contents);
    List<RetentionClaim> claims = contents.claimsOn(today);
    if (!claims.isEmpty()) {
      // An entry was made since, or the law has changed.
      apply(
          new ErasureScheduled(
              id,
              command.tenant(),
              command.file(),
              scheduled.subjects(),
              dueOn(claims, today),
              claims,
              scheduled.reason(),
              command.at()));
      return;
    }
    apply(
        new PersonalDataErased(
            id,
            command.tenant(),
            data(command.file(), scheduled.subjects(), contents),
            scheduled.reason(),
            STORES,
            command.at()));
  }

  @EventSourcingHandler
  void evolve(PersonalDataErased event) {
    id = event.personalFileId();
    tenant = event.tenantId();
    erased.addAll(event.data().subjects());
    keysLeft.add(event.data());
    scheduled = null;
  }

  void decide(CancelErasure command) {
    if (scheduled == null) {
      throw new RuleViolated(Rule.ERASURE_NOT_SCHEDULED, "no erasure of this file is scheduled");
    }
    apply(new ErasureCancelled(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(ErasureCancelled event) {
    scheduled = null;
  }

  void decide(PlaceLegalHold command) {
    if (erased.containsAll(EnumSet.allOf(FileSubject.class))) {
      throw new RuleViolated(
          Rule.PERSONAL_DATA_ERASED, "the personal data of this file is erased; nothing is left");
    }
    if (!held) {
      apply(
          new LegalHoldPlaced(
              PersonalFileId.of(command.file()),
              command.tenant(),
              command.file(),
              command.reason(),
              command.at()));
    }
  }

  @EventSourcingHandler
  void evolve(LegalHoldPlaced event) {
    id = event.personalFileId();
    tenant = event.tenantId();
    held = true;
  }

  void decide(ReleaseLegalHold command) {
    if (!held) {
      throw new RuleViolated(Rule.NO_LEGAL_HOLD, "no legal hold keeps this file");
    }
    apply(new LegalHoldReleased(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(LegalHoldReleased event) {
    held = false;
  }

  boolean isHeld() {
    return held;
  }

  /** Whose keys have not been recorded as gone yet. */
  List<ErasedData> keysLeft() {
    return List.copyOf(keysLeft);
  }

  void keysAreGone(TenantId owner, ErasedData data) {
    if (keysLeft.contains(data)) {
      apply(new SubjectKeysDestroyed(id, owner, data));
    }
  }

  @EventSourcingHandler
  void evolve(SubjectKeysDestroyed event) {
    keysLeft.remove(event.data());
    ticketsLeft.add(event.data());
  }

  /** Of what is still being erased, tickets may be given out yet. */
  void ticketsHaveExpired(TenantId owner) {
    List.copyOf(ticketsLeft).forEach(data -> apply(new UploadTicketsExpired(id, owner, data)));
  }

  @EventSourcingHandler
  void evolve(UploadTicketsExpired event) {
    ticketsLeft.remove(event.data());
  }

  private static ErasedData data(
      FileReference file, List<FileSubject> subjects, FileContents contents) {
    return new ErasedData(file, subjects, contents.proFormaIds(), contents.invoiceIds());
  }

  private static void requireUnused(FileContents contents) {
    if (contents.inUse() != null) {
      throw new RuleViolated(
          Rule.PERSONAL_DATA_IN_USE,
          "the personal data of this file is still needed: "
              + contents.inUse()
              + " (POPIA s14(1))");
    }
  }

  private static LocalDate dueOn(List<RetentionClaim> claims, LocalDate today) {
    return claims.stream()
        .map(claim -> claim.keepUntil().plusDays(1))
        .reduce(today, (one, other) -> one.isAfter(other) ? one : other);
  }

  private static RuleViolated retained(List<RetentionClaim> claims) {
    LocalDate dueOn = dueOn(claims, LocalDate.MIN);
    List<Map<String, String>> laws =
        claims.stream()
            .map(
                claim ->
                    Map.of(
                        "law", claim.law(),
                        "source", claim.source(),
                        "keepUntil", claim.keepUntil().toString()))
            .toList();
    String named =
        claims.stream()
            .map(claim -> claim.source() + ", until " + claim.keepUntil())
            .reduce((one, other) -> one + "; " + other)
            .orElse("");
    return new RuleViolated(
        Rule.RETENTION_RUNS,
        "the law keeps this file until the day before " + dueOn + " (" + named + ")",
        Map.of("dueOn", dueOn.toString(), "laws", laws));
  }

  private static RuleViolated underHold() {
    return new RuleViolated(Rule.LEGAL_HOLD_IN_FORCE, "a legal hold keeps this file");
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
