package za.lexohub.domain.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiceReleased;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.matter.MatterEvents.WorkItemRemoved;
import za.lexohub.messages.matter.MatterEvents.WorkItemWrittenOff;
import za.lexohub.messages.work.WorkCommands.RemoveWorkItem;
import za.lexohub.messages.work.WorkCommands.WriteOffWorkItem;
import za.lexohub.messages.work.WorkItemId;

/**
 * I9 and I10 ({@code domain.md} 6), whatever is logged, billed, released and changed in between.
 */
class WorkItemsPropertiesTest {
  private final Books books = new Books();
  private final MatterBilling billing = Books.bean(MatterBilling.class);

  @Property(tries = 25)
  void anItemIsOnOneLiveInvoiceAtMostAndNoMatterHasTwoFinalOnes(
      @ForAll @Size(min = 5, max = 40) List<@IntRange(max = 9) Integer> deeds,
      @ForAll @Size(value = 40) List<@IntRange(max = 3) Integer> which) {
    Matters brief = matter().of(Samples.fresh("jhb"));
    books.given(brief.opened());
    List<Work> items = new ArrayList<>();
    List<InvoiceId> invoices = new ArrayList<>();
    for (int i = 0; i < deeds.size(); i++) {
      int pick = which.get(i);
      switch (deeds.get(i)) {
        case 0, 1, 2 -> {
          items.add(Work.on(brief));
          books.after(items.getLast().time(60));
        }
        case 3, 4, 5 -> {
          InvoiceId made = InvoiceId.random();
          InvoiceType type = deeds.get(i) == 5 ? InvoiceType.FINAL : InvoiceType.INTERIM;
          if (bill(brief, made, type, pick == 3 ? List.of() : some(items, pick))) {
            invoices.add(made);
          }
        }
        case 6, 7 -> {
          if (!invoices.isEmpty()) {
            InvoiceId gone = invoices.get(pick % invoices.size());
            Unit.run(() -> billing.lock(brief.id(), brief.tenant()).released(gone));
          }
        }
        case 8 -> {
          if (!items.isEmpty()) {
            books.when(
                new RemoveWorkItem(
                    brief.id(), brief.tenant(), items.get(pick % items.size()).id(), sealed("x")));
          }
        }
        default -> {
          if (!items.isEmpty()) {
            books.when(
                new WriteOffWorkItem(
                    brief.id(), brief.tenant(), items.get(pick % items.size()).id(), sealed("x")));
          }
        }
      }
    }

    inspect(books.stream(brief.id()));
  }

  private boolean bill(Matters brief, InvoiceId made, InvoiceType type, List<WorkItemId> asked) {
    try {
      Unit.run(
          () -> {
            MatterBilling.Locked matter = billing.lock(brief.id(), brief.tenant());
            List<WorkItemId> chosen =
                matter.select(asked, Work.TODAY).stream().map(BillableItem::id).toList();
            matter.invoiced(made, InvoiceSource.MATTER_WIP, type, chosen);
          });
      return true;
    } catch (RuleViolated refused) {
      return false;
    }
  }

  private static List<WorkItemId> some(List<Work> items, int from) {
    return items.stream().skip(from).limit(2).map(Work::id).toList();
  }

  private static void inspect(List<Object> history) {
    Map<WorkItemId, InvoiceId> billed = new HashMap<>();
    Set<WorkItemId> gone = new HashSet<>();
    Set<InvoiceId> finals = new HashSet<>();
    int sequence = 0;
    for (Object event : history) {
      switch (event) {
        case MatterInvoiced it -> {
          sequence++;
          assertThat(it.sequence()).isEqualTo(sequence);
          for (WorkItemId item : it.workItems()) {
            assertThat(billed.put(item, it.invoiceId())).isNull();
            assertThat(gone).doesNotContain(item);
          }
          if (it.invoiceType() == InvoiceType.FINAL) {
            finals.add(it.invoiceId());
            assertThat(finals).hasSize(1);
          }
        }
        case MatterInvoiceReleased it -> {
          for (WorkItemId item : it.workItems()) {
            assertThat(billed.remove(item)).isEqualTo(it.invoiceId());
          }
          finals.remove(it.invoiceId());
        }
        case WorkItemRemoved it -> {
          assertThat(billed).doesNotContainKey(it.workItemId());
          assertThat(gone.add(it.workItemId())).isTrue();
        }
        case WorkItemWrittenOff it -> {
          assertThat(billed).doesNotContainKey(it.workItemId());
          assertThat(gone.add(it.workItemId())).isTrue();
        }
        default -> assertThat(event).isNotNull();
      }
    }
  }
}
