package za.lexohub.messages.matter;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;

/** What may be asked of a matter. Repeating a command that has had its effect changes nothing. */
public sealed interface MatterCommands extends TenantCommand {

  MatterId matterId();

  /** Opens a matter and gives it the next reference of the practice's Bar and year. */
  record OpenMatter(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      String matterType,
      Party client,
      Party attorney,
      PersonalData wording,
      boolean vatExempt,
      @Nullable String courtCaseNumber,
      LocalDate openedOn)
      implements MatterCommands {
    public OpenMatter {
      BusinessTime.plausible(openedOn);
    }
  }

  /** Refused unless active. */
  record PutMatterOnHold(
      @TargetAggregateIdentifier MatterId matterId, TenantId tenant, PersonalData reason)
      implements MatterCommands {}

  /** Refused unless on hold. */
  record ResumeMatter(@TargetAggregateIdentifier MatterId matterId, TenantId tenant)
      implements MatterCommands {}

  /** Refused unless active. */
  record SettleMatter(
      @TargetAggregateIdentifier MatterId matterId, TenantId tenant, LocalDate settledOn)
      implements MatterCommands {
    public SettleMatter {
      BusinessTime.plausible(settledOn);
    }
  }

  /** Refused unless active or settled. */
  record CloseMatter(
      @TargetAggregateIdentifier MatterId matterId, TenantId tenant, LocalDate closedOn)
      implements MatterCommands {
    public CloseMatter {
      BusinessTime.plausible(closedOn);
    }
  }

  /** From any status. */
  record ArchiveMatter(
      @TargetAggregateIdentifier MatterId matterId, TenantId tenant, @Nullable PersonalData reason)
      implements MatterCommands {}

  /** Refused unless archived. */
  record UnarchiveMatter(@TargetAggregateIdentifier MatterId matterId, TenantId tenant)
      implements MatterCommands {}
}
