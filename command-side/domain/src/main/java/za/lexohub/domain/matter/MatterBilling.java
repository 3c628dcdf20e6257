package za.lexohub.domain.matter;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterCommands.OpenMatter;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.work.WorkItemId;

/** The matter's side of what others decide together with it, in one append. */
@Component
public class MatterBilling {
  private final Repository<Matter> matters;

  MatterBilling(Repository<Matter> matters) {
    this.matters = matters;
  }

  /**
   * Locks a matter for this unit of work: after every other aggregate but the personal file.
   *
   * @throws za.lexohub.messages.NotFound when there is none, or it is another tenant's
   */
  public Locked lock(MatterId matterId, TenantId tenant) {
    return new Locked(Admission.load(matters, Matter.class, matterId, tenant));
  }

  /**
   * Opens a matter whose reference the caller has drawn; locks as {@link #lock}.
   *
   * @throws RuleViolated {@link Rule#MATTER_ALREADY_MADE} when there is one of this id
   */
  public void open(OpenMatter command, Bar bar, String reference) {
    Aggregate<Matter> matter =
        Admission.loadOrCreate(
            matters, Matter.class, command.matterId(), Matter::new, command.tenant(), null);
    if (matter.invoke(Matter::isBegun)) {
      throw new RuleViolated(Rule.MATTER_ALREADY_MADE, "there is a matter of this id already");
    }
    matter.execute(it -> it.decide(command, bar, reference));
  }

  /** A matter that nobody else can change until the unit of work ends. */
  public static final class Locked {
    private final Aggregate<Matter> matter;

    private Locked(Aggregate<Matter> matter) {
      this.matter = matter;
    }

    /** What its documents take from it. */
    public MatterFile file() {
      return matter.invoke(Matter::file);
    }

    /**
     * Work to be invoiced, oldest first: the items asked for, or all that are billable and not
     * billed up to a day, if none is asked for.
     *
     * @throws RuleViolated {@link Rule#NOTHING_TO_BILL} when that is nothing, or an item is not
     *     billable; {@link Rule#WORK_ITEM_UNKNOWN}, {@link Rule#WORK_ITEM_BILLED}, {@link
     *     Rule#WORK_ITEM_WRITTEN_OFF}
     */
    public List<BillableItem> select(List<WorkItemId> asked, LocalDate through) {
      return matter.invoke(it -> it.sheet().select(asked, through));
    }

    /**
     * An invoice stands on the matter and these items, none for a fixed fee. Does nothing when it
     * stands already.
     *
     * @throws RuleViolated {@link Rule#FINAL_INVOICE_EXISTS} for a second final invoice (I10), and
     *     as {@link #select} for items that are not to be had (I9)
     */
    public void invoiced(
        InvoiceId invoiceId, InvoiceSource source, InvoiceType type, List<WorkItemId> workItems) {
      matter.execute(it -> it.invoiced(invoiceId, source, type, workItems));
    }

    /** The invoice is gone, its items are unbilled again. Does nothing when it does not stand. */
    public void released(InvoiceId invoiceId) {
      matter.execute(it -> it.released(invoiceId));
    }

    /** Whether there is no work on it, save what was removed, and never was an invoice. */
    public boolean untouched() {
      return matter.invoke(Matter::isUntouched);
    }

    /**
     * The matter was made by mistake and ends declined. Does nothing the second time.
     *
     * @throws RuleViolated {@link Rule#MATTER_HAS_WORK} unless {@link #untouched}
     */
    public void undo(PersonalData reason) {
      matter.execute(it -> it.undo(reason));
    }

    /** This amount, or the estimate agreed now when that is more. */
    public Money orEstimate(Money amount) {
      return matter.invoke(it -> it.orEstimate(amount));
    }

    /** An approved amendment moves the estimate; does nothing the second time. */
    public void estimate(Money estimate, AmendmentId amendmentId) {
      matter.execute(it -> it.estimate(estimate, amendmentId));
    }
  }
}
