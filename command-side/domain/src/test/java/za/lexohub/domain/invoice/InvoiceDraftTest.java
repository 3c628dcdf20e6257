package za.lexohub.domain.invoice;

import static za.lexohub.domain.Samples.disbursement;
import static za.lexohub.domain.Samples.fee;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.invoice.Invoices.DUE;
import static za.lexohub.domain.invoice.Invoices.JHB_60;
import static za.lexohub.domain.invoice.Invoices.invoice;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.domain.proforma.ProFormas;
import za.lexohub.messages.Rule;
import za.lexohub.messages.invoice.InvoiceCommands.ApplyInvoiceDiscount;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscountApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDraftUpdated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.practice.PaymentTerm;

class InvoiceDraftTest {
  private static final Invoices INV = invoice();
  private static final List<OfferedLine> LINES = List.of(fee(4_500_000), disbursement(800_000));
  private static final Invoices DEARER =
      INV.from(INV.proForma().charging(fee(4_500_000), disbursement(800_000)));
  private static final PaymentTerm CUSTOM_14 = new PaymentTerm(PaymentTerm.CUSTOM, 14);

  private final Specification<Invoice> draft =
      Specification.of(Invoice.class, Invoices.TERMS).given(INV.generated());
  private final Specification<Invoice> issued =
      draft.given(INV.sent(), new InvoicePdfRequested(INV.id(), PdfKind.ORIGINAL, 1));
  private final Specification<Invoice> discarded =
      draft.given(
          new InvoiceDiscarded(INV.id(), "INV-2026-0001", INV.proForma().id(), sealed("mistake")));

  private static InvoiceDraftUpdated updated(PaymentTerm term, LocalDate date, boolean fixed) {
    return new InvoiceDraftUpdated(
        INV.id(),
        sealed("updated"),
        DEARER.lines(),
        DEARER.totals(),
        term,
        date,
        fixed,
        term.dueDate(date));
  }

  @Nested
  class Updating {
    @Test
    void replacesLinesAndLeavesTheDateToTheDayOfSending() {
      draft
          .when(INV.update(LINES, null, null, DATE.plusDays(1)))
          .publishes(updated(JHB_60, DATE.plusDays(1), false));
    }

    @Test
    void fixesADateAndATermOfItsOwn() {
      draft
          .when(INV.update(LINES, DATE, 14, DATE.plusDays(1)))
          .publishes(updated(CUSTOM_14, DATE, true));
    }

    @Test
    void keepsTheDiscount() {
      Money discount = Money.cents(500_000);
      InvoiceDiscountApplied given =
          new InvoiceDiscountApplied(INV.id(), discount, null, INV.totals(discount));

      draft
          .given(given)
          .when(INV.update(LINES, null, null, DATE))
          .publishes(
              new InvoiceDraftUpdated(
                  INV.id(),
                  sealed("updated"),
                  DEARER.lines(),
                  DEARER.totals(discount),
                  JHB_60,
                  DATE,
                  false,
                  DUE));
      draft
          .given(given)
          .when(INV.update(List.of(fee(100)), null, null, DATE))
          .isRefusedBy(Rule.DISCOUNT_EXCEEDS_FEES);
    }

    @Test
    void isRefusedWithoutALineOrWithADateToCome() {
      draft.when(INV.update(List.of(), null, null, DATE)).isRefusedBy(Rule.NOTHING_TO_CHARGE);
      draft
          .when(INV.update(LINES, DATE.plusDays(1), null, DATE))
          .isRefusedBy(Rule.INVOICE_DATE_IN_FUTURE);
    }

    @Test
    void isRefusedUnlessDraft() {
      issued.when(INV.update(LINES, null, null, DATE)).isRefusedBy(Rule.INVOICE_NOT_DRAFT);
      discarded.when(INV.update(LINES, null, null, DATE)).isRefusedBy(Rule.INVOICE_NOT_DRAFT);
    }
  }

  @Nested
  class Discounting {
    private ApplyInvoiceDiscount discount(long cents) {
      return new ApplyInvoiceDiscount(INV.id(), INV.tenant(), Money.cents(cents), sealed("loyal"));
    }

    private InvoiceDiscountApplied discounted(long cents) {
      return new InvoiceDiscountApplied(
          INV.id(), Money.cents(cents), sealed("loyal"), INV.totals(Money.cents(cents)));
    }

    @Test
    void reducesTheFeesAtMostToNothing() {
      draft.when(discount(1)).publishes(discounted(1));
      draft.when(discount(2_500_000)).publishes(discounted(2_500_000));
      draft.when(discount(2_500_001)).isRefusedBy(Rule.DISCOUNT_EXCEEDS_FEES);
    }

    @Test
    void replacesTheLastOneAndCanTakeItBack() {
      draft.given(discounted(5)).when(discount(7)).publishes(discounted(7));
      draft.given(discounted(5)).when(discount(0)).publishes(discounted(0));
    }

    @Test
    void againChangesNothing() {
      draft.given(discounted(5)).when(discount(5)).changesNothing();
    }

    @Test
    void isRefusedUnlessDraft() {
      issued.when(discount(1)).isRefusedBy(Rule.INVOICE_NOT_DRAFT);
    }
  }

  @Nested
  class Sending {
    private final InvoicePdfRequested original =
        new InvoicePdfRequested(INV.id(), PdfKind.ORIGINAL, 1);

    private InvoiceSent sentOn(LocalDate date, PaymentTerm term) {
      return INV.sent(INV.totals(), term, date);
    }

    @Test
    void fixesTheDateAndAsksForTheOriginal() {
      draft.when(INV.send(DATE, DATE)).publishes(INV.sent(), original);
    }

    @Test
    void datesTheInvoiceTodayUnlessTheDraftHasADateOfItsOwn() {
      LocalDate today = DATE.plusDays(3);

      draft.when(INV.send(null, today)).publishes(sentOn(today, JHB_60), original);
      draft
          .given(updated(CUSTOM_14, DATE, true))
          .when(INV.send(null, today))
          .publishes(INV.sent(DEARER.totals(), CUSTOM_14, DATE), original);
    }

    @Test
    void computesVatAtTheRateOfTheFinalDate() {
      LocalDate before2018 = LocalDate.of(2018, 3, 31);

      draft
          .when(INV.send(before2018, DATE))
          .publishes(
              INV.sent(
                  Samples.PRICING.totals(
                      INV.supplier(), INV.lines(), Money.ZERO, before2018, false),
                  JHB_60,
                  before2018),
              original);
    }

    @Test
    void aSecondTimeIsAnError() {
      issued.when(INV.send(DATE, DATE)).isRefusedBy(Rule.INVOICE_ALREADY_SENT);
    }

    @Test
    void isRefusedWhenDiscardedOrDatedInTheFuture() {
      discarded.when(INV.send(DATE, DATE)).isRefusedBy(Rule.INVOICE_NOT_DRAFT);
      draft.when(INV.send(DATE.plusDays(1), DATE)).isRefusedBy(Rule.INVOICE_DATE_IN_FUTURE);
    }

    @Test
    void anInvoiceOverNothingIsNotSent() {
      Invoices feesOnly = INV.from(INV.proForma().charging(fee(100)));

      Specification.of(Invoice.class, Invoices.TERMS)
          .given(
              feesOnly.generated(),
              new InvoiceDiscountApplied(
                  INV.id(), Money.cents(100), null, feesOnly.totals(Money.cents(100))))
          .when(INV.send(DATE, DATE))
          .isRefusedBy(Rule.NOTHING_TO_CHARGE);
    }

    @Test
    void anAttorneyWithoutAnAddressCannotGetIt() {
      InvoiceGenerated it = INV.generated();
      InvoiceGenerated unreachable =
          new InvoiceGenerated(
              it.invoiceId(),
              it.tenantId(),
              it.invoiceNumber(),
              it.source(),
              it.proFormaId(),
              it.round(),
              it.matterId(),
              it.matterType(),
              it.invoiceType(),
              it.supplier(),
              it.client(),
              Samples.unreachable("attorney"),
              it.wording(),
              it.lines(),
              it.totals(),
              it.paymentTerm(),
              it.invoiceDate(),
              it.dueDate());

      Specification.of(Invoice.class, Invoices.TERMS)
          .given(unreachable)
          .when(INV.send(DATE, DATE))
          .isRefusedBy(Rule.RECIPIENT_WITHOUT_EMAIL);
    }

    @Test
    void onAnExemptMatterChargesNoVat() {
      ProFormas onMatter = INV.proForma().on(za.lexohub.messages.matter.MatterId.random());
      Invoices exempt = INV.from(onMatter);
      var untaxed = Samples.PRICING.totals(INV.supplier(), INV.lines(), Money.ZERO, DATE, true);

      Specification.of(Invoice.class, Invoices.TERMS)
          .given(exempt.generated("INV-2026-0001", untaxed, JHB_60))
          .when(exempt.send(DATE, DATE))
          .publishes(exempt.sent(untaxed, JHB_60, DATE), original);
    }
  }
}
