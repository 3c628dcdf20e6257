package za.lexohub.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.fee;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.matter.Matters.matter;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Samples;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateFixedFeeInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateMatterInvoice;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDraftUpdated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.matter.MatterEvents.MatterMarkedPending;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.VatTreatment;

/** Agreed fees become drafts as work does; what holds for both stands here. */
class FixedFeeTest extends InvoicedMatter {
  @Test
  void anAgreedFeeIsChargedWithoutTouchingTheWork() {
    var events = worked().when(charge(id, InvoiceType.MILESTONE, fee(1_000_000), fee(1))).events();

    InvoiceGenerated draft = (InvoiceGenerated) events.get(1);
    assertThat(draft.source()).isEqualTo(InvoiceSource.FIXED_FEE);
    assertThat(draft.wording()).isEqualTo(sealed("agreed"));
    assertThat(draft.totals().subtotal()).isEqualTo(Money.cents(1_000_001));
    assertThat(events.get(2))
        .isEqualTo(
            new MatterInvoiced(
                brief.id(), id, InvoiceSource.FIXED_FEE, InvoiceType.MILESTONE, 1, List.of()));
    books.after(bill(InvoiceId.random(), InvoiceType.INTERIM));
  }

  @Test
  void aFeeOfNothingIsNotCharged() {
    OfferedLine nothing =
        new OfferedLine(
            LineKind.FEE, null, new BigDecimal("0.001"), Money.cents(1), VatTreatment.STANDARD);

    worked().when(charge(id, InvoiceType.INTERIM, nothing)).isRefusedBy(Rule.NOTHING_TO_CHARGE);
  }

  @Test
  void theLinesOfAFixedFeeMayChange() {
    worked().after(charge(id, InvoiceType.INTERIM, fee(1_000_000)));

    InvoiceDraftUpdated updated =
        (InvoiceDraftUpdated) books.when(update(List.of(fee(1)), DATE)).events().getFirst();
    assertThat(updated.totals().subtotal()).isEqualTo(Money.cents(1));
  }

  @Test
  void aMatterHasOneFinalInvoiceUntilThatIsGone() {
    InvoiceId second = InvoiceId.random();
    worked().after(charge(id, InvoiceType.FINAL, fee(1_000_000)));

    books
        .when(charge(second, InvoiceType.FINAL, fee(1_000_000)))
        .isRefusedBy(Rule.FINAL_INVOICE_EXISTS);
    books.when(bill(second, InvoiceType.FINAL)).isRefusedBy(Rule.FINAL_INVOICE_EXISTS);
    books.after(discard(id)).after(bill(second, InvoiceType.FINAL));
    assertThat(generated(second).invoiceType()).isEqualTo(InvoiceType.FINAL);
  }

  @Test
  void aMatterThatIsClosedOrNotBegunIsNotInvoiced() {
    worked().given(new MatterClosed(brief.id(), DATE));
    books.when(bill(id, InvoiceType.FINAL)).isRefusedBy(Rule.MATTER_CLOSED);
    books.when(charge(id, InvoiceType.FINAL, fee(1))).isRefusedBy(Rule.MATTER_CLOSED);

    Matters pending = matter().of(jhb);
    books.given(pending.opened("JHB/2026/002", brief.opened().bar()));
    books.given(new MatterMarkedPending(pending.id()));
    books
        .when(
            new GenerateFixedFeeInvoice(
                id,
                jhb,
                pending.id(),
                InvoiceType.INTERIM,
                sealed("agreed"),
                List.of(fee(1)),
                DATE))
        .isRefusedBy(Rule.MATTER_NOT_ACTIVE);
  }

  @Test
  void aStrangerFindsNoMatter() {
    worked();
    TenantId stranger = Samples.fresh("jhb");

    books
        .when(
            new GenerateMatterInvoice(
                id, stranger, brief.id(), InvoiceType.INTERIM, List.of(), DATE, null, null, DATE))
        .findsNothing();
    books
        .when(
            new GenerateFixedFeeInvoice(
                id,
                stranger,
                brief.id(),
                InvoiceType.INTERIM,
                sealed("mine"),
                List.of(fee(1)),
                DATE))
        .findsNothing();
  }
}
