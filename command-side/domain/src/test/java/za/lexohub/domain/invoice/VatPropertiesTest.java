package za.lexohub.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.line;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.creditnote.CreditNoteCommands.DraftCreditNote;
import za.lexohub.messages.creditnote.CreditNoteCommands.IssueCreditNote;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteIssued;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.creditnote.NoteCategory;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.invoice.InvoiceCommands.ApplyInvoiceDiscount;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateFixedFeeInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.SendInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.UpdateInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscountApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDraftUpdated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.money.VatTreatment;

/**
 * Over random drafts of vendors and others, on matters that are exempt or not, dated around the
 * days on which the rate changed and on which the practice became a vendor.
 */
class VatPropertiesTest {
  private static final List<String> PRACTICES = List.of("jhb", "cpt", "novat", "late");
  private static final LocalDate RATE_CHANGED = LocalDate.of(2018, 4, 1);
  private static final LocalDate LATE_REGISTERED = LocalDate.of(2026, 9, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 30);
  private static final List<LocalDate> TURNS = List.of(RATE_CHANGED, LATE_REGISTERED);

  private final Books books = new Books();

  /** I16 and I17, and what is derived stays so (I2). */
  @Property(tries = 80)
  void vatIsAVendorsAtTheRateOfTheDateAndNothingOnAnExemptMatter(
      @ForAll @IntRange(max = 3) int practice,
      @ForAll boolean exempt,
      @ForAll @Size(min = 2, max = 10) List<@IntRange(max = 5) Integer> choices,
      @ForAll @Size(value = 10) List<@IntRange(min = -3, max = 3) Integer> days,
      @ForAll @Size(value = 10) List<@LongRange(min = 1, max = 5_000_000) Long> cents) {
    Draft draft = new Draft(PRACTICES.get(practice), exempt);
    for (int i = 0; i < choices.size(); i++) {
      LocalDate date = TURNS.get(i % 2).plusDays(days.get(i));
      books.when(draft.command(choices.get(i), date, cents.get(i)));
    }

    LocalDate date = LocalDate.MIN;
    Totals last = null;
    for (Object event : books.stream(draft.id)) {
      switch (event) {
        case InvoiceGenerated it -> {
          date = it.invoiceDate();
          assertThat(it.supplier().vatRegistered()).isEqualTo(draft.isVendorOn(date));
          last = it.totals();
        }
        case InvoiceDraftUpdated it -> {
          date = it.invoiceDate();
          last = it.totals();
        }
        case InvoiceDiscountApplied it -> last = it.totals();
        case InvoiceSent it -> {
          date = it.invoiceDate();
          last = it.totals();
        }
        default -> assertThat(event).isNotNull();
      }
      if (last != null) {
        assertThat(last.vatRateBasisPoints()).isEqualTo(draft.rateOn(date));
        assertThat(last.vat().isZero() || draft.rateOn(date) > 0).isTrue();
        assertThat(last.total()).isEqualTo(last.subtotal().plus(last.vat()));
      }
    }
  }

  /** I16: what is credited long after was taxed as the invoice was. */
  @Property(tries = 40)
  void aNoteTakesBackTheVatOfItsInvoiceWhateverTheRateIsByThen(
      @ForAll @IntRange(min = -3, max = 3) int day,
      @ForAll boolean exempt,
      @ForAll @LongRange(min = 10_000, max = 5_000_000) long fee,
      @ForAll @LongRange(min = 1, max = 10_000) long credited) {
    Draft draft = new Draft("jhb", exempt);
    LocalDate date = RATE_CHANGED.plusDays(day);
    books
        .after(draft.generate(date, List.of(standard(fee))))
        .after(new SendInvoice(draft.id, draft.tenant, date, TODAY, Invoices.AT));
    CreditNoteId note = CreditNoteId.random();
    books
        .after(
            new DraftCreditNote(
                note,
                draft.tenant,
                NoteKind.CREDIT,
                draft.id,
                Money.cents(credited),
                NoteCategory.OTHER,
                null,
                sealed("x")))
        .after(new IssueCreditNote(note, draft.tenant, TODAY));

    CreditNoteIssued issued = (CreditNoteIssued) books.stream(note).get(1);
    Totals billed = ((InvoiceGenerated) books.stream(draft.id).get(0)).totals();
    assertThat(billed.vatRateBasisPoints()).isEqualTo(exempt ? 0 : day < 0 ? 1_400 : 1_500);
    assertThat(issued.vatPortion().amount())
        .isEqualTo(Math.round(credited * (double) billed.vat().amount() / billed.total().amount()));
  }

  /** I21: whatever date and term are given to it. */
  @Property(tries = 60)
  void nothingFallsDueBeforeItsDate(
      @ForAll @IntRange(max = 1) int practice,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 2) Integer> choices,
      @ForAll @Size(value = 8) List<@IntRange(min = -10, max = 380) Integer> terms,
      @ForAll @Size(value = 8) List<@IntRange(min = -400, max = 3) Integer> days) {
    Draft draft = new Draft(PRACTICES.get(practice), false);
    books.after(draft.generate(TODAY.plusDays(days.get(0)), List.of(standard(100_000))));
    for (int i = 0; i < choices.size(); i++) {
      LocalDate date = TODAY.plusDays(days.get(i));
      int term = terms.get(i);
      if (choices.get(i) == 2) {
        books.when(new SendInvoice(draft.id, draft.tenant, date, TODAY, Invoices.AT));
      } else {
        TenantCommand update = draft.update(choices.get(i) == 0 ? date : null, term);
        if (update != null) {
          books.when(update);
        }
      }
    }

    for (Object event : books.stream(draft.id)) {
      switch (event) {
        case InvoiceGenerated it -> assertThat(it.dueDate()).isAfterOrEqualTo(it.invoiceDate());
        case InvoiceDraftUpdated it -> assertThat(it.dueDate()).isAfterOrEqualTo(it.invoiceDate());
        case InvoiceSent it -> {
          assertThat(it.dueDate()).isAfterOrEqualTo(it.invoiceDate());
          assertThat(it.invoiceDate()).isBeforeOrEqualTo(TODAY);
        }
        default -> assertThat(event).isNotNull();
      }
    }
  }

  private static OfferedLine standard(long cents) {
    return line(LineKind.FEE, cents, VatTreatment.STANDARD);
  }

  /** A fixed fee on a matter, and the law as this page knows it. */
  private final class Draft {
    private final String kind;
    private final boolean exempt;
    private final TenantId tenant;
    private final Matters file;
    private final InvoiceId id = InvoiceId.random();

    Draft(String kind, boolean exempt) {
      this.kind = kind;
      this.exempt = exempt;
      tenant = Samples.fresh(kind);
      Matters open = matter().of(tenant);
      file = exempt ? open.exempt() : open;
      books.given(file.opened());
    }

    boolean isVendorOn(LocalDate date) {
      return switch (kind) {
        case "novat" -> false;
        case "late" -> !date.isBefore(LATE_REGISTERED);
        default -> true;
      };
    }

    int rateOn(LocalDate date) {
      if (exempt || !isVendorOn(date)) {
        return 0;
      }
      return date.isBefore(RATE_CHANGED) ? 1_400 : 1_500;
    }

    GenerateFixedFeeInvoice generate(LocalDate date, List<OfferedLine> lines) {
      return new GenerateFixedFeeInvoice(
          id, tenant, file.id(), InvoiceType.INTERIM, sealed("fee"), lines, date);
    }

    /** Absent when it is not well-formed. */
    @Nullable TenantCommand update(@Nullable LocalDate date, int term) {
      try {
        return new UpdateInvoiceDraft(
            id, tenant, sealed("updated"), List.of(standard(100_000)), date, term, TODAY);
      } catch (IllegalArgumentException malformed) {
        return null;
      }
    }

    TenantCommand command(int choice, LocalDate date, long cents) {
      VatTreatment treatment = VatTreatment.values()[(int) (cents % VatTreatment.values().length)];
      List<OfferedLine> lines =
          List.of(
              standard(cents),
              line(LineKind.DISBURSEMENT, 1 + cents / 7, treatment),
              line(LineKind.FEE, 1 + cents / 3, treatment));
      return switch (choice) {
        case 0, 1, 2 -> generate(date, lines);
        case 3 -> new UpdateInvoiceDraft(id, tenant, sealed("updated"), lines, date, null, TODAY);
        case 4 -> new ApplyInvoiceDiscount(id, tenant, Money.cents(cents / 5), sealed("loyal"));
        default -> new SendInvoice(id, tenant, date, TODAY, Invoices.AT);
      };
    }
  }
}
