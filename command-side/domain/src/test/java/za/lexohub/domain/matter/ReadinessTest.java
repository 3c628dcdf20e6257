package za.lexohub.domain.matter;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterCommands.ApproveBilling;
import za.lexohub.messages.matter.MatterCommands.MarkReadyToBill;
import za.lexohub.messages.matter.MatterCommands.RejectBilling;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.matter.MatterId;

class ReadinessTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final Matters BRIEF = matter();
  private static final MatterId ID = BRIEF.id();
  private static final TenantId JHB = Samples.JHB;
  private static final Work HOUR = Work.on(BRIEF);
  private static final MarkReadyToBill MARK = new MarkReadyToBill(ID, JHB, sealed("all done"));
  private static final ApproveBilling APPROVE = new ApproveBilling(ID, JHB, "partner", null);
  private static final RejectBilling REJECT =
      new RejectBilling(ID, JHB, "partner", sealed("too much"));
  private static final MatterReadyToBill READY = new MatterReadyToBill(ID, sealed("all done"));
  private static final MatterBillingApproved APPROVED =
      new MatterBillingApproved(ID, "partner", null);
  private static final MatterBillingRejected REJECTED =
      new MatterBillingRejected(ID, "partner", sealed("too much"));
  private static final MatterInvoiced INVOICED =
      new MatterInvoiced(
          ID,
          InvoiceId.random(),
          InvoiceSource.MATTER_WIP,
          InvoiceType.INTERIM,
          1,
          List.of(HOUR.id()));

  private final Specification<Matter> active = Specification.of(Matter.class).given(BRIEF.opened());
  private final Specification<Matter> worked = active.given(HOUR.anHour());

  @Test
  void unbilledWorkIsMarkedReadyToBillOnce() {
    worked.when(MARK).publishes(READY);
    worked.given(READY).when(MARK).changesNothing();
    worked.given(READY, APPROVED).when(MARK).changesNothing();
    worked.given(READY, REJECTED).when(MARK).publishes(READY);
  }

  @Test
  void withoutWorkToChargeThereIsNothingToBill() {
    active.when(MARK).isRefusedBy(Rule.NOTHING_TO_BILL);
    active.given(HOUR.timeLogged(60, 250_000, false)).when(MARK).isRefusedBy(Rule.NOTHING_TO_BILL);
    worked.given(INVOICED).when(MARK).isRefusedBy(Rule.NOTHING_TO_BILL);
  }

  @Test
  void aConflictOrTheEndOfTheMatterBarsTheBilling() {
    worked
        .given(new ConflictCheckCompleted(ID, false, null, DAY))
        .when(MARK)
        .isRefusedBy(Rule.CONFLICT_NOT_CLEARED);
    worked.given(new MatterClosed(ID, DAY)).when(MARK).isRefusedBy(Rule.MATTER_CLOSED);
  }

  @Test
  void whatIsReadyIsApprovedOrRejectedOnce() {
    worked.given(READY).when(APPROVE).publishes(APPROVED);
    worked.given(READY, APPROVED).when(APPROVE).changesNothing();
    worked.given(READY).when(REJECT).publishes(REJECTED);
    worked.given(READY, REJECTED).when(REJECT).changesNothing();
    worked.given(READY, APPROVED).when(REJECT).publishes(REJECTED);
  }

  @Test
  void whatIsNotReadyIsNeitherApprovedNorRejected() {
    worked.when(APPROVE).isRefusedBy(Rule.MATTER_NOT_READY_TO_BILL);
    worked.when(REJECT).isRefusedBy(Rule.MATTER_NOT_READY_TO_BILL);
    worked.given(READY, REJECTED).when(APPROVE).isRefusedBy(Rule.MATTER_NOT_READY_TO_BILL);
    worked.given(READY, INVOICED).when(APPROVE).isRefusedBy(Rule.MATTER_NOT_READY_TO_BILL);
  }
}
