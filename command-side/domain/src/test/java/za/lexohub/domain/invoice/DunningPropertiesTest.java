package za.lexohub.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.invoice.InvoiceCommands.SendPaymentReminder;
import za.lexohub.messages.invoice.InvoiceCommands.SetInvoiceReminders;
import za.lexohub.messages.invoice.InvoiceCommands.VoidInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.WriteOffInvoice;
import za.lexohub.messages.invoice.InvoiceEvents.*;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.practice.ReminderType;

class DunningPropertiesTest {
  private final Books books = new Books();

  /** I13, whatever happens to an invoice between two mornings. */
  @Property(tries = 40)
  void nobodyIsRemindedOfWhatIsPaidVoidWrittenOffDisputedOrMuted(
      @ForAll @Size(min = 5, max = 25) List<@IntRange(max = 9) Integer> choices,
      @ForAll @Size(value = 25) List<@IntRange(min = 1, max = 14) Integer> days) {
    TenantId jhb = Samples.fresh("jhb");
    Invoices inv = invoice().from(proForma().of(jhb));
    books.given(inv.generated(), inv.sent());
    LocalDate today = DATE;
    PaymentId paid = PaymentId.random();
    DisputeId dispute = DisputeId.random();
    boolean disputed = false;
    for (int i = 0; i < choices.size(); i++) {
      today = today.plusDays(days.get(i));
      switch (choices.get(i)) {
        case 0 -> books.when(inv.pay(paid, 3_162_500));
        case 1 -> books.when(inv.reverse(paid, today));
        case 2 -> {
          if (isOwed(inv)) {
            books.given(
                disputed
                    ? new InvoiceDisputeResolved(inv.id(), dispute, DisputeResolution.DISMISSED)
                    : new InvoiceDisputed(inv.id(), dispute, inv.totals().total()));
            disputed = !disputed;
          }
        }
        case 3 -> books.when(new SetInvoiceReminders(inv.id(), jhb, false));
        case 4 -> books.when(new SetInvoiceReminders(inv.id(), jhb, true));
        case 5 -> books.when(new SendPaymentReminder(inv.id(), jhb, ReminderType.MANUAL, today));
        case 6 -> {
          if (i == choices.size() - 3) {
            books.when(new VoidInvoice(inv.id(), jhb, sealed("wrong client")));
          } else if (i == choices.size() - 2) {
            books.when(
                new WriteOffInvoice(inv.id(), jhb, inv.totals().total(), sealed("insolvent")));
          }
        }
        default -> books.when(new SendPaymentReminder(inv.id(), jhb, null, today));
      }
    }

    assertNobodyIsRemindedInVain(books.stream(inv.id()));
  }

  private boolean isOwed(Invoices inv) {
    return books.stream(inv.id()).stream()
        .noneMatch(it -> it instanceof InvoiceVoided || it instanceof InvoiceWrittenOff);
  }

  private static void assertNobodyIsRemindedInVain(List<Object> stream) {
    boolean owed = false;
    boolean disputed = false;
    boolean enabled = true;
    List<ReminderType> sent = new ArrayList<>();
    int sequence = 0;
    for (Object event : stream) {
      switch (event) {
        case InvoiceSent it -> owed = true;
        case InvoicePaid it -> owed = false;
        case InvoiceReopened it -> owed = true;
        case InvoiceVoided it -> owed = false;
        case InvoiceWrittenOff it -> owed = it.balanceAfter().isPositive();
        case InvoiceDisputed it -> disputed = true;
        case InvoiceDisputeResolved it -> disputed = false;
        case InvoiceRemindersSet it -> enabled = it.enabled();
        case PaymentReminderSent it -> {
          assertThat(owed && !disputed && enabled).isTrue();
          assertThat(it.sequence()).isEqualTo(++sequence);
          if (it.type() != ReminderType.MANUAL) {
            assertThat(sent).doesNotContain(it.type());
            sent.add(it.type());
          }
        }
        case LegalNoticeProposed it -> assertThat(owed && !disputed && enabled).isTrue();
        default -> assertThat(event).isNotInstanceOf(PaymentReminderSent.class);
      }
    }
  }
}
