package za.lexohub.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.invoice.InvoiceCommands.DiscardInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateMatterInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.SendInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.VoidInvoice;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiceReleased;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.work.WorkCommands.LogTime;
import za.lexohub.messages.work.WorkItemId;

/** I9 and I10, over random days of logging, billing, discarding and voiding. */
class WorkBillingPropertiesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 7);

  @Property(tries = 40)
  void workIsOnOneLiveInvoiceAndOneOfThemIsFinal(
      @ForAll @Size(max = 18) List<@IntRange(max = 5) Integer> choices) {
    Matters file = matter().of(Samples.fresh("jhb"));
    Books books = new Books().given(file.opened());
    List<InvoiceId> made = new ArrayList<>();
    for (int choice : choices) {
      InvoiceId last = made.isEmpty() ? InvoiceId.random() : made.getLast();
      books.when(command(choice, file, last, made));
    }

    Map<InvoiceId, MatterInvoiced> live = new HashMap<>();
    for (Object event : books.stream(file.id())) {
      if (event instanceof MatterInvoiced it) {
        live.put(it.invoiceId(), it);
      } else if (event instanceof MatterInvoiceReleased it) {
        live.remove(it.invoiceId());
      }
      List<WorkItemId> billed =
          live.values().stream().flatMap(it -> it.workItems().stream()).toList();
      assertThat(billed).doesNotHaveDuplicates();
      assertThat(live.values().stream().filter(it -> it.invoiceType() == InvoiceType.FINAL))
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  private static TenantCommand command(
      int choice, Matters file, InvoiceId last, List<InvoiceId> made) {
    return switch (choice) {
      case 0, 1 ->
          new LogTime(
              file.id(),
              file.tenant(),
              WorkItemId.random(),
              DAY,
              60,
              Money.cents(100_000),
              true,
              VatTreatment.STANDARD,
              sealed("work"),
              DAY);
      case 2 -> bill(file, InvoiceType.INTERIM, made);
      case 3 -> bill(file, InvoiceType.FINAL, made);
      case 4 -> new DiscardInvoiceDraft(last, file.tenant(), sealed("wrong"));
      default ->
          made.size() % 2 == 0
              ? new SendInvoice(last, file.tenant(), null, DAY, Invoices.AT)
              : new VoidInvoice(last, file.tenant(), sealed("wrong"));
    };
  }

  private static GenerateMatterInvoice bill(Matters file, InvoiceType type, List<InvoiceId> made) {
    made.add(InvoiceId.random());
    return new GenerateMatterInvoice(
        made.getLast(), file.tenant(), file.id(), type, List.of(), DAY, null, null, DAY);
  }
}
