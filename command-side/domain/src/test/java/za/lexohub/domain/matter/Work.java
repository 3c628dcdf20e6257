package za.lexohub.domain.matter;

import static za.lexohub.domain.Samples.sealed;

import java.math.BigDecimal;
import java.time.LocalDate;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterEvents.DisbursementLogged;
import za.lexohub.messages.matter.MatterEvents.ServiceLogged;
import za.lexohub.messages.matter.MatterEvents.TimeLogged;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.work.DisbursementType;
import za.lexohub.messages.work.ServiceCategory;
import za.lexohub.messages.work.WorkCommands.LogDisbursement;
import za.lexohub.messages.work.WorkCommands.LogService;
import za.lexohub.messages.work.WorkCommands.LogTime;
import za.lexohub.messages.work.WorkItemId;

/** Work on a matter for specifications, each piece under an id of its own. */
public record Work(WorkItemId id, MatterId matterId, TenantId tenant, LocalDate date) {
  public static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

  public static Work on(Matters matter) {
    return new Work(WorkItemId.random(), matter.id(), matter.tenant(), TODAY);
  }

  public Work dated(LocalDate day) {
    return new Work(id, matterId, tenant, day);
  }

  /** At R 2,500.00 an hour. */
  public LogTime time(int minutes) {
    return new LogTime(
        matterId,
        tenant,
        id,
        date,
        minutes,
        Money.cents(250_000),
        true,
        VatTreatment.STANDARD,
        sealed("time"),
        TODAY);
  }

  public TimeLogged timeLogged(int minutes, long cents, boolean billable) {
    return new TimeLogged(
        matterId,
        id,
        date,
        minutes,
        Money.cents(250_000),
        Money.cents(cents),
        billable,
        VatTreatment.STANDARD,
        sealed("time"));
  }

  /** R 2,500.00. */
  public TimeLogged anHour() {
    return timeLogged(60, 250_000, true);
  }

  public LogService service(String quantity, long rate) {
    return new LogService(
        matterId,
        tenant,
        id,
        date,
        ServiceCategory.DRAFTING,
        new BigDecimal(quantity),
        Money.cents(rate),
        VatTreatment.STANDARD,
        sealed("service"),
        TODAY);
  }

  public ServiceLogged serviceLogged(String quantity, long rate, long cents) {
    return new ServiceLogged(
        matterId,
        id,
        date,
        ServiceCategory.DRAFTING,
        new BigDecimal(quantity),
        Money.cents(rate),
        Money.cents(cents),
        VatTreatment.STANDARD,
        sealed("service"));
  }

  public LogDisbursement disbursement(long cost, int markup) {
    return new LogDisbursement(
        matterId,
        tenant,
        id,
        date,
        DisbursementType.COURIER,
        Money.cents(cost),
        markup,
        VatTreatment.STANDARD,
        sealed("disbursement"),
        TODAY);
  }

  public DisbursementLogged disbursementLogged(long cost, int markup, long cents) {
    return new DisbursementLogged(
        matterId,
        id,
        date,
        DisbursementType.COURIER,
        Money.cents(cost),
        markup,
        Money.cents(cents),
        VatTreatment.STANDARD,
        sealed("disbursement"));
  }
}
