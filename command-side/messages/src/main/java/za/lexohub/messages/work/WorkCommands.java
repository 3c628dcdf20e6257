package za.lexohub.messages.work;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;

/**
 * What may be asked about the work on a matter. Dates lie not after {@code today}; a matter that
 * takes no work refuses (I19), a billed item cannot be changed (I9). The same item logged again
 * with equal plain fields: nothing to do; its sealed description cannot be compared, so the first
 * one stands.
 */
public sealed interface WorkCommands extends TenantCommand {

  MatterId matterId();

  /**
   * Records time spent, in whole minutes, at most a day.
   *
   * @param rate for an hour; absent: the one of the matter's terms
   */
  record LogTime(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      WorkItemId workItemId,
      LocalDate date,
      int minutes,
      @Nullable Money rate,
      boolean billable,
      VatTreatment vatTreatment,
      PersonalData description,
      LocalDate today)
      implements WorkCommands {
    public LogTime {
      BusinessTime.plausible(date);
      Shape.between("minutes", minutes, 1, 1440);
      Shape.rate("rate", rate);
    }
  }

  /**
   * Replaces an unbilled time entry.
   *
   * @param rate for an hour; absent: the one it has
   */
  record AmendTimeEntry(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      WorkItemId workItemId,
      LocalDate date,
      int minutes,
      @Nullable Money rate,
      boolean billable,
      VatTreatment vatTreatment,
      PersonalData description,
      LocalDate today)
      implements WorkCommands {
    public AmendTimeEntry {
      BusinessTime.plausible(date);
      Shape.between("minutes", minutes, 1, 1440);
      Shape.rate("rate", rate);
    }
  }

  /** Records something done for a fee. */
  record LogService(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      WorkItemId workItemId,
      LocalDate date,
      ServiceCategory category,
      BigDecimal quantity,
      Money rate,
      VatTreatment vatTreatment,
      PersonalData description,
      LocalDate today)
      implements WorkCommands {
    public LogService {
      BusinessTime.plausible(date);
      Shape.quantity(quantity);
      Shape.rate("rate", rate);
    }
  }

  /** Replaces an unbilled service. */
  record AmendService(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      WorkItemId workItemId,
      LocalDate date,
      ServiceCategory category,
      BigDecimal quantity,
      Money rate,
      VatTreatment vatTreatment,
      PersonalData description,
      LocalDate today)
      implements WorkCommands {
    public AmendService {
      BusinessTime.plausible(date);
      Shape.quantity(quantity);
      Shape.rate("rate", rate);
    }
  }

  /** Records money laid out. */
  record LogDisbursement(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      WorkItemId workItemId,
      LocalDate date,
      DisbursementType type,
      Money cost,
      int markupBasisPoints,
      VatTreatment vatTreatment,
      PersonalData description,
      LocalDate today)
      implements WorkCommands {
    public LogDisbursement {
      BusinessTime.plausible(date);
      Shape.positive("cost", cost);
      Shape.between("markupBasisPoints", markupBasisPoints, 0, 10_000);
    }
  }

  /** Replaces an unbilled disbursement. */
  record AmendDisbursement(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      WorkItemId workItemId,
      LocalDate date,
      DisbursementType type,
      Money cost,
      int markupBasisPoints,
      VatTreatment vatTreatment,
      PersonalData description,
      LocalDate today)
      implements WorkCommands {
    public AmendDisbursement {
      BusinessTime.plausible(date);
      Shape.positive("cost", cost);
      Shape.between("markupBasisPoints", markupBasisPoints, 0, 10_000);
    }
  }

  /** Refused unless an unbilled disbursement. */
  record CorrectDisbursementVat(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      WorkItemId workItemId,
      VatTreatment vatTreatment,
      PersonalData reason)
      implements WorkCommands {}

  /** Refused unless unbilled. */
  record RemoveWorkItem(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      WorkItemId workItemId,
      PersonalData reason)
      implements WorkCommands {}

  /** Refused unless unbilled. */
  record WriteOffWorkItem(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      WorkItemId workItemId,
      PersonalData reason)
      implements WorkCommands {}
}
