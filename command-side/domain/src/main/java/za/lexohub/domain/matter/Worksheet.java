package za.lexohub.domain.matter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.work.WorkItemId;

/** The work items of a matter, in the order in which they were logged. */
class Worksheet {
  private final Map<WorkItemId, WorkItem> items = new LinkedHashMap<>();

  void logged(WorkItemId id, WorkEntry entry, Money amount, PersonalData description) {
    items.put(id, WorkItem.logged(entry, amount, description));
  }

  void amended(WorkItemId id, WorkEntry entry, Money amount, PersonalData description) {
    items.computeIfPresent(id, (same, item) -> item.amended(entry, amount, description));
  }

  void correct(WorkItemId id, VatTreatment vat) {
    items.computeIfPresent(
        id,
        (same, item) ->
            item.entry() instanceof WorkEntry.Disbursement laidOut
                ? item.amended(laidOut.with(vat), item.amount(), item.description())
                : item);
  }

  void put(WorkItemId id, WorkItem.State state, @Nullable InvoiceId invoice) {
    items.computeIfPresent(id, (same, item) -> item.in(state, invoice));
  }

  /** At which the time is charged now. */
  Optional<Money> hourlyRate(WorkItemId id) {
    return Optional.ofNullable(items.get(id)).map(WorkItem::entry).flatMap(Worksheet::rateOfTime);
  }

  /** At which the time was first entered, so that a late repeat is known for what it is. */
  Optional<Money> loggedRate(WorkItemId id) {
    return Optional.ofNullable(items.get(id)).map(WorkItem::logged).flatMap(Worksheet::rateOfTime);
  }

  private static Optional<Money> rateOfTime(WorkEntry entry) {
    return entry instanceof WorkEntry.Time time ? Optional.of(time.rate()) : Optional.empty();
  }

  /** Whether the very same was logged before; refused when something else was under this id. */
  boolean isLogged(WorkItemId id, WorkEntry entry) {
    WorkItem item = items.get(id);
    if (item != null && !item.logged().equals(entry)) {
      throw new RuleViolated(
          Rule.WORK_ITEM_ALREADY_LOGGED, "work item " + id + " was logged otherwise");
    }
    return item != null;
  }

  boolean isIn(WorkItemId id, WorkItem.State state) {
    WorkItem item = items.get(id);
    return item != null && item.state() == state;
  }

  /** An item of another kind is not to be had under this one's name. */
  WorkItem requireUnbilled(WorkItemId id, Class<? extends WorkEntry> kind) {
    WorkItem item = items.get(id);
    if (item == null || !kind.isInstance(item.entry())) {
      throw unknown(id);
    }
    item.requireUnbilled(id);
    return item;
  }

  void requireInProgress(WorkItemId id) {
    if (!requireUnbilled(id, WorkEntry.class).isInProgress()) {
      throw nothingToBill("work item " + id + " is not billable");
    }
  }

  /** Oldest first. See {@link MatterBilling.Locked#select}. */
  List<BillableItem> select(List<WorkItemId> asked, LocalDate through) {
    asked.forEach(this::requireInProgress);
    List<BillableItem> chosen =
        items.entrySet().stream()
            .filter(it -> it.getValue().isInProgress())
            .filter(
                it ->
                    asked.isEmpty()
                        ? !it.getValue().entry().date().isAfter(through)
                        : asked.contains(it.getKey()))
            .map(it -> it.getValue().billable(it.getKey()))
            .sorted(Comparator.comparing(BillableItem::date))
            .toList();
    if (chosen.isEmpty()) {
      throw nothingToBill("there is no unbilled work");
    }
    return chosen;
  }

  boolean isAnyInProgress() {
    return items.values().stream().anyMatch(WorkItem::isInProgress);
  }

  /** Nothing was ever logged but what was entered by mistake. */
  boolean isEmpty() {
    return items.values().stream().allMatch(it -> it.state() == WorkItem.State.REMOVED);
  }

  /** All work done for a fee, billed or not, without disbursements. */
  Money fees() {
    return items.values().stream()
        .filter(WorkItem::isFee)
        .map(WorkItem::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  static RuleViolated unknown(WorkItemId id) {
    return new RuleViolated(Rule.WORK_ITEM_UNKNOWN, "the matter has no work item " + id);
  }

  static RuleViolated nothingToBill(String why) {
    return new RuleViolated(Rule.NOTHING_TO_BILL, why);
  }
}
