package za.lexohub.messages.matter;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.ProFormaId;

/** What may be asked of a matter. Repeating a command that has had its effect changes nothing. */
public sealed interface MatterCommands extends TenantCommand {

  MatterId matterId();

  /**
   * Opens a matter and gives it the next reference of the practice's Bar and year.
   *
   * @param pending opened, but not begun
   */
  record OpenMatter(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      String matterType,
      Party client,
      Party attorney,
      PersonalData wording,
      boolean vatExempt,
      @Nullable String courtCaseNumber,
      LocalDate openedOn,
      boolean pending)
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

  /** By an attorney. Takes the next reference of the practice's Bar and year. */
  record RequestMatter(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      String matterType,
      Party client,
      Party attorney,
      PersonalData wording,
      boolean urgent,
      String requestedBy,
      LocalDate requestedOn)
      implements MatterCommands {
    public RequestMatter {
      BusinessTime.plausible(requestedOn);
      Shape.notBlank("matterType", matterType);
    }
  }

  /**
   * Refused unless requested or awaiting approval, and with a conflict found and not overridden.
   */
  record AcceptBrief(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      boolean vatExempt,
      @Nullable String courtCaseNumber,
      LocalDate acceptedOn)
      implements MatterCommands {
    public AcceptBrief {
      BusinessTime.plausible(acceptedOn);
    }
  }

  /** Refused unless requested or awaiting approval. */
  record DeclineMatter(
      @TargetAggregateIdentifier MatterId matterId, TenantId tenant, PersonalData reason)
      implements MatterCommands {}

  /** By a saga: nothing to do once the brief is taken or declined. */
  record AwaitMatterApproval(
      @TargetAggregateIdentifier MatterId matterId, TenantId tenant, ProFormaId proFormaId)
      implements MatterCommands {}

  /**
   * By a saga: nothing to do unless awaiting the approval of this pro forma. Refused with a
   * conflict found and not overridden; then the advocate has to take the brief.
   */
  record ApproveMatterByProForma(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      ProFormaId proFormaId,
      LocalDate acceptedOn)
      implements MatterCommands {
    public ApproveMatterByProForma {
      BusinessTime.plausible(acceptedOn);
    }
  }

  /** Refused unless pending. */
  record ActivateMatter(
      @TargetAggregateIdentifier MatterId matterId, TenantId tenant, LocalDate activatedOn)
      implements MatterCommands {
    public ActivateMatter {
      BusinessTime.plausible(activatedOn);
    }
  }

  /** Refused unless closed. */
  record ReopenMatter(
      @TargetAggregateIdentifier MatterId matterId, TenantId tenant, PersonalData reason)
      implements MatterCommands {}

  /** Replaces all terms. */
  record SetMatterTerms(
      @TargetAggregateIdentifier MatterId matterId, TenantId tenant, MatterTerms terms)
      implements MatterCommands {
    public SetMatterTerms {
      Shape.positive("estimate", terms.estimate());
      Shape.positive("feeCap", terms.feeCap());
      Shape.rate("hourlyRate", terms.hourlyRate());
      if (terms.prescriptionDate() != null) {
        BusinessTime.plausible(terms.prescriptionDate());
      }
      if (terms.nextCourtDate() != null) {
        BusinessTime.plausible(terms.nextCourtDate());
      }
      if (terms.expectedCompletion() != null) {
        BusinessTime.plausible(terms.expectedCompletion());
      }
    }
  }

  /** Again with another result: the last one stands. */
  record CompleteConflictCheck(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      boolean cleared,
      @Nullable PersonalData notes,
      LocalDate checkedOn)
      implements MatterCommands {
    public CompleteConflictCheck {
      BusinessTime.plausible(checkedOn);
    }
  }

  /** Refused unless a conflict was found. */
  record OverrideConflict(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      PersonalData reason,
      LocalDate overriddenOn)
      implements MatterCommands {
    public OverrideConflict {
      BusinessTime.plausible(overriddenOn);
    }
  }

  /** Refused without billable unbilled work, and with a conflict found and not overridden. */
  record MarkReadyToBill(
      @TargetAggregateIdentifier MatterId matterId, TenantId tenant, @Nullable PersonalData notes)
      implements MatterCommands {}

  /** Refused unless ready to bill. */
  record ApproveBilling(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      String approvedBy,
      @Nullable PersonalData comments)
      implements MatterCommands {}

  /** Refused unless ready to bill. */
  record RejectBilling(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      String rejectedBy,
      PersonalData reason)
      implements MatterCommands {}

  /**
   * Again with another level: that level holds.
   *
   * @param attorneyId the subject of the attorney's token, see {@link Shape#subject}
   */
  record GrantMatterAccess(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      String attorneyId,
      AccessLevel level)
      implements MatterCommands {
    public GrantMatterAccess {
      Shape.subject("attorneyId", attorneyId);
    }
  }

  /**
   * Refused when never granted or revoked already. Whoever has access can lose it, whatever the
   * subject looks like; so no text gets into the log by this that is not there.
   */
  record RevokeMatterAccess(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      String attorneyId,
      @Nullable PersonalData reason)
      implements MatterCommands {}

  /** One statement more, every time it is asked. */
  record RequestStatement(
      @TargetAggregateIdentifier MatterId matterId, TenantId tenant, LocalDate from, LocalDate to)
      implements MatterCommands {
    public RequestStatement {
      BusinessTime.plausible(from);
      BusinessTime.plausible(to);
      Shape.require(!to.isBefore(from), "to must not be before from");
    }
  }

  /** By the worker. */
  record RecordStatement(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      int number,
      String key,
      String sha256,
      long size,
      String templateHash,
      String rendererVersion)
      implements MatterCommands {}

  /** By the worker, after the last attempt. */
  record RecordStatementFailure(
      @TargetAggregateIdentifier MatterId matterId, TenantId tenant, int number, String reason)
      implements MatterCommands {}

  /** One mail more to the file's attorney, every time it is asked. */
  record RequestMatterNotification(
      @TargetAggregateIdentifier MatterId matterId, TenantId tenant, String template)
      implements MatterCommands {}

  /** By the worker. */
  record RecordMatterNotification(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      String template,
      int delivery,
      String messageId)
      implements MatterCommands {}

  /** By the worker, after the last attempt. */
  record RecordMatterNotificationFailure(
      @TargetAggregateIdentifier MatterId matterId,
      TenantId tenant,
      String template,
      int delivery,
      String reason)
      implements MatterCommands {}
}
