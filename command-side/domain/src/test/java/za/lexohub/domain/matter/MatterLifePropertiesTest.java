package za.lexohub.domain.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.fee;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateFixedFeeInvoice;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterCommands.*;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * I19 ({@code domain.md} 6): whatever a matter goes through, it takes work and invoices only while
 * it is open.
 */
class MatterLifePropertiesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final Set<MatterStatus> WORKING =
      Set.of(MatterStatus.ACTIVE, MatterStatus.ON_HOLD, MatterStatus.SETTLED);

  private final Books books = new Books();

  @Property(tries = 40)
  void workIsLoggedAndInvoicedOnlyWhileTheBriefIsTakenAndNotPutAway(
      @ForAll boolean requested,
      @ForAll @Size(min = 5, max = 40) List<@IntRange(max = 17) Integer> deeds) {
    Matters brief = matter().of(Samples.fresh("jhb"));
    if (requested) {
      books.given(brief.requested());
    } else {
      books.given(brief.opened(), new MatterMarkedPending(brief.id()));
    }
    ProFormaId quote = ProFormaId.random();
    for (int deed : deeds) {
      books.when(
          switch (deed) {
            case 13, 14, 15 -> Work.on(brief).time(6);
            case 16, 17 -> fixedFee(brief);
            default -> command(deed, brief.id(), brief.tenant(), quote);
          });
    }

    MatterStatus status = null;
    boolean archived = false;
    for (Object event : books.stream(brief.id())) {
      if (event instanceof TimeLogged || event instanceof MatterInvoiced) {
        assertThat(WORKING).contains(status);
        assertThat(archived).isFalse();
      }
      if (event instanceof MatterArchived || event instanceof MatterUnarchived) {
        archived = event instanceof MatterArchived;
      }
      MatterStatus next = next(event, status);
      assertThat(mayFollow(status, next)).as(status + " then " + event).isTrue();
      status = next;
    }
  }

  private static GenerateFixedFeeInvoice fixedFee(Matters brief) {
    return new GenerateFixedFeeInvoice(
        InvoiceId.random(),
        brief.tenant(),
        brief.id(),
        InvoiceType.INTERIM,
        sealed("agreed"),
        List.of(fee(100_000)),
        DAY);
  }

  private static TenantCommand command(int deed, MatterId id, TenantId tenant, ProFormaId quote) {
    return switch (deed) {
      case 0 -> new PutMatterOnHold(id, tenant, sealed("x"));
      case 1 -> new ResumeMatter(id, tenant);
      case 2 -> new SettleMatter(id, tenant, DAY);
      case 3 -> new CloseMatter(id, tenant, DAY);
      case 4 -> new ReopenMatter(id, tenant, sealed("x"));
      case 5 -> new ArchiveMatter(id, tenant, null);
      case 6 -> new UnarchiveMatter(id, tenant);
      case 7 -> new ActivateMatter(id, tenant, DAY);
      case 8 -> new AcceptBrief(id, tenant, false, null, DAY);
      case 9 -> new DeclineMatter(id, tenant, sealed("x"));
      case 10 -> new AwaitMatterApproval(id, tenant, quote);
      case 11 -> new ApproveMatterByProForma(id, tenant, quote, DAY);
      default -> new CompleteConflictCheck(id, tenant, true, null, DAY);
    };
  }

  private static MatterStatus next(Object event, MatterStatus status) {
    return switch (event) {
      case MatterRequested it -> MatterStatus.REQUESTED;
      case MatterMarkedPending it -> MatterStatus.PENDING;
      case MatterAwaitingApproval it -> MatterStatus.AWAITING_APPROVAL;
      case MatterOpened it -> MatterStatus.ACTIVE;
      case MatterActivated it -> MatterStatus.ACTIVE;
      case MatterAccepted it -> MatterStatus.ACTIVE;
      case MatterResumed it -> MatterStatus.ACTIVE;
      case MatterReopened it -> MatterStatus.ACTIVE;
      case MatterPutOnHold it -> MatterStatus.ON_HOLD;
      case MatterSettled it -> MatterStatus.SETTLED;
      case MatterClosed it -> MatterStatus.CLOSED;
      case MatterDeclined it -> MatterStatus.DECLINED;
      default -> status;
    };
  }

  private static boolean mayFollow(MatterStatus from, MatterStatus to) {
    if (from == null || from == to) {
      return true;
    }
    return switch (from) {
      case PENDING -> to == MatterStatus.ACTIVE;
      case REQUESTED ->
          Set.of(MatterStatus.AWAITING_APPROVAL, MatterStatus.ACTIVE, MatterStatus.DECLINED)
              .contains(to);
      case AWAITING_APPROVAL -> Set.of(MatterStatus.ACTIVE, MatterStatus.DECLINED).contains(to);
      case ACTIVE ->
          Set.of(
                  MatterStatus.PENDING,
                  MatterStatus.ON_HOLD,
                  MatterStatus.SETTLED,
                  MatterStatus.CLOSED)
              .contains(to);
      case ON_HOLD -> to == MatterStatus.ACTIVE;
      case SETTLED -> to == MatterStatus.CLOSED;
      case CLOSED -> to == MatterStatus.ACTIVE;
      case DECLINED -> false;
    };
  }
}
