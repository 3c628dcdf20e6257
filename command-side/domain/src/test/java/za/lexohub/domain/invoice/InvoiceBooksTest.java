package za.lexohub.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.disbursement;
import static za.lexohub.domain.Samples.fee;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.invoice.Invoices.JHB_60;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.matter.Matters;
import za.lexohub.domain.proforma.ProFormas;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.DiscardInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.VoidInvoice;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberAllocated;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberVoided;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.proforma.ProFormaCommands.RequestInvoicing;
import za.lexohub.messages.proforma.ProFormaCommands.ValidateProForma;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoiceReleased;

class InvoiceBooksTest {
  private final Books books = new Books();
  private final TenantId jhb = Samples.fresh("jhb");
  private final ProFormas source = proForma().of(jhb);
  private final Invoices inv = invoice().from(source);

  private static NumberAllocated allocated(Invoices invoice, int value, String number) {
    return new NumberAllocated(
        invoice.tenant() + ":INVOICE:" + invoice.date().getYear(),
        invoice.tenant(),
        NumberSeries.INVOICE,
        invoice.date().getYear(),
        value,
        number,
        invoice.id().toString());
  }

  private static DiscardInvoiceDraft discard(Invoices invoice) {
    return new DiscardInvoiceDraft(invoice.id(), invoice.tenant(), sealed("mistake"));
  }

  private static VoidInvoice voiding(Invoices invoice) {
    return new VoidInvoice(invoice.id(), invoice.tenant(), sealed("wrong client"));
  }

  @Nested
  class Generating {
    @Test
    void makesADraftTogetherWithItsNumberFromTheAcceptedOffer() {
      books
          .given(source.untilValidated(source.offer()))
          .when(inv.generate())
          .appends(allocated(inv, 1, "INV-2026-0001"), inv.generated());
    }

    @Test
    void aJohannesburgInvoiceComesToTheGoldenTotalAndDueDate() {
      Invoices golden = inv.on(LocalDate.of(2024, 9, 1));
      books.given(source.untilValidated(source.offer())).after(golden.generate());

      InvoiceGenerated generated = (InvoiceGenerated) books.stream(golden.id()).get(0);
      assertThat(generated.totals().subtotal()).isEqualTo(Money.cents(2_750_000));
      assertThat(generated.totals().vat()).isEqualTo(Money.cents(412_500));
      assertThat(generated.totals().total()).isEqualTo(Money.cents(3_162_500));
      assertThat(generated.dueDate()).isEqualTo("2024-10-31");
    }

    @Test
    void aCapeTownInvoiceComesToTheGoldenTotalAndDueDate() {
      ProFormas cape =
          proForma().of(Samples.fresh("cpt")).charging(fee(4_500_000), disbursement(800_000));
      Invoices golden = invoice().from(cape).on(LocalDate.of(2024, 8, 31));

      books
          .given(cape.untilValidated(cape.offer()))
          .when(golden.generate())
          .appends(
              allocated(golden, 1, "INV-2024-0001"),
              golden.generated("INV-2024-0001", golden.totals(), new PaymentTerm("CPT_90", 90)));
      InvoiceGenerated generated = (InvoiceGenerated) books.stream(golden.id()).get(0);
      assertThat(generated.totals().vat()).isEqualTo(Money.cents(795_000));
      assertThat(generated.totals().total()).isEqualTo(Money.cents(6_095_000));
      assertThat(generated.dueDate()).isEqualTo("2024-11-29");
    }

    @Test
    void againChangesNothingAndTakesNoNumberEvenInANewYear() {
      books.given(source.untilValidated(source.offer())).after(inv.generate());

      books.when(inv.generate()).changesNothing();
      books.when(inv.on(LocalDate.of(2027, 1, 2)).generate()).changesNothing();
      books.after(discard(inv));
      books.when(inv.generate()).changesNothing();
    }

    @Test
    void aPracticeThatIsNoVendorChargesNoVat() {
      ProFormas plain = proForma().of(Samples.fresh("novat"));
      Invoices untaxed = invoice().from(plain);
      books.given(plain.untilValidated(plain.offer())).after(untaxed.generate());

      InvoiceGenerated generated = (InvoiceGenerated) books.stream(untaxed.id()).get(0);
      assertThat(generated.supplier().vatRegistered()).isFalse();
      assertThat(generated.totals().vat()).isEqualTo(Money.ZERO);
      assertThat(generated.totals().total()).isEqualTo(Money.cents(2_750_000));
    }

    @Test
    void aPracticeThatBecameAVendorSinceTheQuoteChargesVat() {
      ProFormas quoted = proForma().of(Samples.fresh("late"));
      Invoices taxed = invoice().from(quoted);
      books
          .given(quoted.untilValidated(quoted.offer(LocalDate.of(2026, 8, 31), false)))
          .after(taxed.generate());

      InvoiceGenerated generated = (InvoiceGenerated) books.stream(taxed.id()).get(0);
      assertThat(generated.supplier().vatRegistered()).isTrue();
      assertThat(generated.totals().total()).isEqualTo(Money.cents(3_162_500));
    }

    @Test
    void onAnExemptMatterChargesNoVat() {
      Matters exempt = Matters.matter().of(jhb).exempt();
      ProFormas on = source.on(exempt.id());
      Invoices untaxed = inv.from(on);
      books
          .given(exempt.opened())
          .given(on.untilValidated(on.offer(ProFormas.QUOTE_DATE, true)))
          .after(untaxed.generate());

      InvoiceGenerated generated = (InvoiceGenerated) books.stream(untaxed.id()).get(0);
      assertThat(generated.totals().total()).isEqualTo(Money.cents(2_750_000));
      assertThat(generated.matterId()).isEqualTo(exempt.id());
    }

    @Test
    void aMatterClosedSinceTheValidationTakesNoInvoice() {
      Matters closed = Matters.matter().of(jhb);
      ProFormas on = source.on(closed.id());

      books
          .given(closed.opened(), new MatterClosed(closed.id(), DATE))
          .given(on.untilValidated(on.offer()))
          .when(inv.from(on).generate())
          .isRefusedBy(Rule.MATTER_CLOSED);
    }

    @Test
    void isRefusedUnlessAcceptedAndValidatedForThisRound() {
      books.given(source.drafted(), source.sent(1));
      books.when(inv.generate()).isRefusedBy(Rule.PRO_FORMA_NOT_ACCEPTED);
      books.given(source.accepted(1, ProFormas.byLink(1, ProFormas.SENT_AT)));
      books.when(inv.generate()).isRefusedBy(Rule.PRO_FORMA_NOT_VALIDATED);
      books.given(source.validated(1));
      books
          .when(new GenerateInvoice(source.invoice(2), jhb, source.id(), 2, DATE))
          .isRefusedBy(Rule.PRO_FORMA_NOT_VALIDATED);
      books.when(new GenerateInvoice(InvoiceId.random(), jhb, source.id(), 1, DATE)).findsNothing();
      books.given(source.converted(1));
      books.when(inv.generate()).isRefusedBy(Rule.PRO_FORMA_ALREADY_INVOICED);
    }

    @Test
    void anUnknownOrForeignProFormaIsNotFound() {
      books.when(inv.generate()).findsNothing();
      books.given(source.untilValidated(source.offer()));
      books.when(inv.from(source.of(Samples.fresh("jhb"))).generate()).findsNothing();
    }

    @Test
    void aRefusedGenerationLeavesNoGapInTheNumbers() {
      ProFormas later = proForma().of(jhb);
      books.given(source.drafted(), source.sent(1));
      books.when(inv.generate()).isRefusedBy(Rule.PRO_FORMA_NOT_ACCEPTED);

      books
          .given(later.untilValidated(later.offer()))
          .when(inv.from(later).generate())
          .appends(allocated(inv.from(later), 1, "INV-2026-0001"), inv.from(later).generated());
    }
  }

  @Nested
  class Discarding {
    private final NumberVoided numberVoided =
        new NumberVoided(jhb + ":INVOICE:2026", jhb, "INV-2026-0001", "invoice draft discarded");
    private final ProFormaInvoiceReleased released =
        new ProFormaInvoiceReleased(source.id(), 1, inv.id());
    private final InvoiceDiscarded discarded =
        new InvoiceDiscarded(inv.id(), "INV-2026-0001", source.id(), sealed("mistake"));

    private Books generated() {
      return books.given(source.untilValidated(source.offer())).after(inv.generate());
    }

    @Test
    void voidsTheNumberAndReleasesTheProFormaInOneAppend() {
      generated().when(discard(inv)).appends(numberVoided, released, discarded);
    }

    @Test
    void releasesAConvertedProFormaToo() {
      generated()
          .given(source.converted(1))
          .when(discard(inv))
          .appends(numberVoided, released, discarded);
    }

    @Test
    void againChangesNothing() {
      generated().after(discard(inv)).when(discard(inv)).changesNothing();
    }

    @Test
    void theVoidedNumberIsNotGivenToTheNextRound() {
      generated()
          .after(discard(inv))
          .after(new RequestInvoicing(source.id(), jhb))
          .after(new ValidateProForma(source.id(), jhb, 2))
          .after(new GenerateInvoice(source.invoice(2), jhb, source.id(), 2, DATE));

      InvoiceGenerated second = (InvoiceGenerated) books.stream(source.invoice(2)).get(0);
      assertThat(second.invoiceNumber()).isEqualTo("INV-2026-0002");
      assertThat(second.round()).isEqualTo(2);
    }

    @Test
    void isRefusedOnceSent() {
      generated()
          .after(inv.send(DATE, DATE))
          .when(discard(inv))
          .isRefusedBy(Rule.INVOICE_NOT_DRAFT);
    }

    @Test
    void anUnknownOrForeignInvoiceIsNotFound() {
      books.when(discard(inv)).findsNothing();
      generated().when(discard(inv.from(source.of(Samples.fresh("jhb"))))).findsNothing();
    }

    @Test
    void anOlderVersionConflicts() {
      generated()
          .when(discard(inv), Map.of(MetadataKeys.EXPECTED_VERSION, "2"))
          .conflictsWithVersion(1);
    }
  }

  @Nested
  class Voiding {
    private final ProFormaInvoiceReleased released =
        new ProFormaInvoiceReleased(source.id(), 1, inv.id());
    private final InvoiceVoided voided =
        new InvoiceVoided(inv.id(), "INV-2026-0001", source.id(), sealed("wrong client"));

    private Books issued() {
      return books
          .given(source.untilValidated(source.offer()))
          .after(inv.generate())
          .given(source.converted(1))
          .after(inv.send(DATE, DATE));
    }

    @Test
    void releasesTheProFormaAndKeepsTheNumberUsed() {
      issued().when(voiding(inv)).appends(released, voided);
    }

    @Test
    void againChangesNothing() {
      issued().after(voiding(inv)).when(voiding(inv)).changesNothing();
    }

    @Test
    void isRefusedWhileAPaymentStands() {
      PaymentId payment = PaymentId.random();
      issued().after(inv.pay(payment, 1)).when(voiding(inv)).isRefusedBy(Rule.INVOICE_HAS_PAYMENTS);
      books.after(inv.reverse(payment, DATE)).when(voiding(inv)).appends(released, voided);
    }

    @Test
    void aDraftIsNotVoided() {
      books
          .given(source.untilValidated(source.offer()))
          .after(inv.generate())
          .when(voiding(inv))
          .isRefusedBy(Rule.INVOICE_NOT_ISSUED);
    }

    @Test
    void anUnknownOrForeignInvoiceIsNotFoundAndAnOlderVersionConflicts() {
      books.when(voiding(inv)).findsNothing();
      issued().when(voiding(inv.from(source.of(Samples.fresh("jhb"))))).findsNothing();
      books.when(voiding(inv), Map.of(MetadataKeys.EXPECTED_VERSION, "1")).conflictsWithVersion(3);
    }
  }

  @Test
  void theTermIsTheBarsAndFrozenInTheEvent() {
    books.given(source.untilValidated(source.offer())).after(inv.generate());
    assertThat(((InvoiceGenerated) books.stream(inv.id()).get(0)).paymentTerm()).isEqualTo(JHB_60);
  }
}
