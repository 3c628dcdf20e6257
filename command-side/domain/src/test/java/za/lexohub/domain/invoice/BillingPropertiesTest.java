package za.lexohub.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.invoice.Invoices.DUE;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.proforma.ProFormas;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.DiscardInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.SendInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.VoidInvoice;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePartiallyPaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberAllocated;
import za.lexohub.messages.proforma.ProFormaCommands.ConvertProFormaToInvoice;
import za.lexohub.messages.proforma.ProFormaCommands.RecordInvoicingFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RequestInvoicing;
import za.lexohub.messages.proforma.ProFormaCommands.RetryInvoicing;
import za.lexohub.messages.proforma.ProFormaCommands.ValidateProForma;

class BillingPropertiesTest {
  private final Books books = new Books();

  @Property(tries = 100)
  void theBalanceIsTheTotalLessWhatStands(
      @ForAll @Size(max = 25) List<@IntRange(max = 6) Integer> choices,
      @ForAll @Size(value = 25) List<@LongRange(min = 1, max = 2_000_000) Long> amounts) {
    Invoices inv = invoice().from(proForma().of(Samples.fresh("jhb")));
    long total = inv.totals().total().amount();
    books.given(inv.generated(), inv.sent());
    List<PaymentId> payments = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i) < 4 || payments.isEmpty()) {
        payments.add(PaymentId.random());
        books.when(inv.pay(payments.get(payments.size() - 1), amounts.get(i)));
      } else {
        books.when(inv.reverse(payments.get(choices.get(i) % payments.size()), DUE));
      }
    }

    long standing = 0;
    for (Object event : books.stream(inv.id())) {
      switch (event) {
        case PaymentRecorded it -> {
          standing += it.amount().amount();
          assertThat(it.balanceAfter().amount()).isEqualTo(total - standing).isNotNegative();
        }
        case PaymentReversed it -> {
          standing -= it.amount().amount();
          assertThat(it.balanceAfter().amount()).isEqualTo(total - standing).isNotNegative();
        }
        case InvoicePaid it -> assertThat(it.paid().amount()).isEqualTo(standing).isEqualTo(total);
        case InvoicePartiallyPaid it ->
            assertThat(it.balance().amount()).isEqualTo(total - standing).isPositive();
        default -> assertThat(event).isNotInstanceOf(PaymentRecorded.class);
      }
    }
  }

  @Property(tries = 60)
  void numbersAreGaplessAndDistinctWhateverIsDiscardedOrRefused(
      @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 3) Integer> choices) {
    TenantId jhb = Samples.fresh("jhb");
    List<Invoices> made = new ArrayList<>();
    for (int choice : choices) {
      Invoices next = invoice().from(proForma().of(jhb));
      if (choice == 0 && !made.isEmpty()) {
        Invoices last = made.get(made.size() - 1);
        books.after(new DiscardInvoiceDraft(last.id(), jhb, sealed("mistake")));
      } else if (choice == 1) {
        books.given(next.proForma().drafted());
        books.when(next.generate()).isRefusedBy(Rule.PRO_FORMA_NOT_ACCEPTED);
      } else {
        books.given(next.proForma().untilValidated(next.proForma().offer()));
        books.after(next.generate());
        made.add(next);
      }
    }

    List<Integer> values =
        books.stream(jhb + ":INVOICE:2026").stream()
            .filter(NumberAllocated.class::isInstance)
            .map(event -> ((NumberAllocated) event).value())
            .toList();
    assertThat(values).isEqualTo(IntStream.rangeClosed(1, made.size()).boxed().toList());
    assertThat(made)
        .extracting(it -> ((InvoiceGenerated) books.stream(it.id()).get(0)).invoiceNumber())
        .doesNotHaveDuplicates();
  }

  @Property(tries = 150)
  void aProFormaNeverHasTwoLiveInvoices(
      @ForAll @Size(min = 10, max = 50) List<@IntRange(max = 8) Integer> choices,
      @ForAll @Size(value = 50) List<@IntRange(min = 1, max = 4) Integer> rounds) {
    ProFormas source = proForma().of(Samples.fresh("jhb"));
    books.given(
        source.drafted(),
        source.sent(1),
        source.accepted(1, ProFormas.byLink(1, ProFormas.SENT_AT)));
    for (int i = 0; i < choices.size(); i++) {
      Books.Outcome outcome = books.when(command(source, choices.get(i), rounds.get(i)));
      assertThat(outcome.refusal())
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(),
              refused -> assertThat(refused).isInstanceOf(RuleViolated.class),
              missing -> assertThat(missing.getClass().getSimpleName()).contains("NotFound"));
      assertThat(IntStream.rangeClosed(1, 5).mapToObj(source::invoice).filter(this::lives))
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  private boolean lives(InvoiceId invoice) {
    List<Object> events = books.stream(invoice);
    return !events.isEmpty()
        && events.stream()
            .noneMatch(it -> it instanceof InvoiceDiscarded || it instanceof InvoiceVoided);
  }

  private static TenantCommand command(ProFormas source, int choice, int round) {
    TenantId tenant = source.tenant();
    InvoiceId invoice = source.invoice(round);
    return switch (choice) {
      case 0 -> new ValidateProForma(source.id(), tenant, round);
      case 1 -> new GenerateInvoice(invoice, tenant, source.id(), round, DATE);
      case 2 -> new ConvertProFormaToInvoice(source.id(), tenant, round, invoice);
      case 3 -> new DiscardInvoiceDraft(invoice, tenant, sealed("mistake"));
      case 4 -> new SendInvoice(invoice, tenant, DATE, DATE, Invoices.AT);
      case 5 -> new VoidInvoice(invoice, tenant, sealed("wrong client"));
      case 6 -> new RequestInvoicing(source.id(), tenant);
      case 7 -> new RecordInvoicingFailure(source.id(), tenant, round, "GENERATE_PDF", "x");
      default -> new RetryInvoicing(source.id(), tenant);
    };
  }
}
