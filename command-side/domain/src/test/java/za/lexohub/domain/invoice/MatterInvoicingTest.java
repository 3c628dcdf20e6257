package za.lexohub.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.erasure.ErasureCommands.ErasePersonalData;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateMatterInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.SendInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.VoidInvoice;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDraftUpdated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiceReleased;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberAllocated;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberVoided;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.work.WorkItemId;

/** A matter's work becomes drafts, each piece of it once. */
class MatterInvoicingTest extends InvoicedMatter {
  @Test
  void workBecomesADraftTogetherWithItsNumberAndTheMattersRecordOfIt() {
    var events = worked().when(bill(id, InvoiceType.INTERIM)).events();

    assertThat(events).hasSize(3);
    assertThat(events.get(0))
        .isEqualTo(
            new NumberAllocated(
                jhb + ":INVOICE:2026",
                jhb,
                NumberSeries.INVOICE,
                2026,
                1,
                "INV-2026-0001",
                id.toString()));
    InvoiceGenerated draft = (InvoiceGenerated) events.get(1);
    assertThat(draft.source()).isEqualTo(InvoiceSource.MATTER_WIP);
    assertThat(draft.matterId()).isEqualTo(brief.id());
    assertThat(draft.proFormaId()).isNull();
    assertThat(draft.round()).isZero();
    assertThat(draft.client()).isEqualTo(brief.opened().client());
    assertThat(draft.attorney()).isEqualTo(brief.opened().attorney());
    assertThat(draft.dueDate()).isEqualTo(Invoices.DUE);
    assertThat(events.get(2))
        .isEqualTo(
            new MatterInvoiced(
                brief.id(),
                id,
                InvoiceSource.MATTER_WIP,
                InvoiceType.INTERIM,
                1,
                List.of(consultation, travel)));
  }

  @Test
  void aLineChargesTheAmountThatWasLoggedNotWhatItsRoundedHoursWouldCome() {
    worked().after(bill(id, InvoiceType.INTERIM));

    assertThat(generated(id).lines())
        .extracting(Line::kind, Line::date, Line::amount, Line::vatTreatment)
        .containsExactly(
            tuple(LineKind.FEE, DATE, Money.cents(208_333), VatTreatment.STANDARD),
            tuple(LineKind.DISBURSEMENT, DATE, Money.cents(100_000), VatTreatment.EXEMPT));
    assertThat(generated(id).totals().vat()).isEqualTo(Money.cents(31_250));
    assertThat(generated(id).totals().total()).isEqualTo(Money.cents(339_583));
  }

  @Test
  void theWordsOfTheWorkAreTheInvoicesOwnAndErasedOnesSaySo() {
    worked().after(bill(id, InvoiceType.INTERIM));

    assertThat(vault.open(jhb, generated(id).wording(), Wording.class))
        .contains(new Wording("Opinion", null, null, List.of("Consultation", "[erased]")));
  }

  @Test
  void onlyTheItemsAskedForAreBilled() {
    worked().after(bill(id, InvoiceType.INTERIM, travel));

    assertThat(generated(id).lines()).hasSize(1);
    InvoiceId rest = InvoiceId.random();
    books.after(bill(rest, InvoiceType.FINAL));
    assertThat(generated(rest).lines()).extracting(Line::kind).containsExactly(LineKind.FEE);
  }

  @Test
  void workOfALaterDayWaits() {
    worked()
        .when(
            new GenerateMatterInvoice(
                id,
                jhb,
                brief.id(),
                InvoiceType.INTERIM,
                List.of(),
                DATE.minusDays(1),
                null,
                null,
                DATE))
        .isRefusedBy(Rule.NOTHING_TO_BILL);
  }

  @Test
  void againChangesNothingAndTakesNoNumber() {
    worked().after(bill(id, InvoiceType.INTERIM));

    books.when(bill(id, InvoiceType.INTERIM)).changesNothing();
    books.after(discard(id));
    books.when(bill(id, InvoiceType.INTERIM)).changesNothing();
  }

  @Test
  void noWorkIsBilledTwice() {
    worked().after(bill(id, InvoiceType.INTERIM));

    books.when(bill(InvoiceId.random(), InvoiceType.INTERIM)).isRefusedBy(Rule.NOTHING_TO_BILL);
    books
        .when(bill(InvoiceId.random(), InvoiceType.INTERIM, consultation))
        .isRefusedBy(Rule.WORK_ITEM_BILLED);
    books
        .when(bill(InvoiceId.random(), InvoiceType.INTERIM, WorkItemId.random()))
        .isRefusedBy(Rule.WORK_ITEM_UNKNOWN);
  }

  @Test
  void aDiscardedDraftVoidsItsNumberAndReleasesItsWork() {
    worked().after(bill(id, InvoiceType.INTERIM));

    books
        .when(discard(id))
        .appends(
            new NumberVoided(
                jhb + ":INVOICE:2026", jhb, "INV-2026-0001", "invoice draft discarded"),
            new InvoiceDiscarded(id, "INV-2026-0001", null, sealed("mistake")),
            new MatterInvoiceReleased(brief.id(), id, List.of(consultation, travel)));
    books.when(discard(id)).changesNothing();
    books.after(bill(InvoiceId.random(), InvoiceType.INTERIM, consultation));
  }

  @Test
  void aVoidedInvoiceReleasesItsWorkEvenOnAClosedMatter() {
    worked()
        .after(bill(id, InvoiceType.INTERIM))
        .after(new SendInvoice(id, jhb, DATE, DATE, Invoices.AT))
        .given(new MatterClosed(brief.id(), DATE));

    books
        .when(new VoidInvoice(id, jhb, sealed("wrong")))
        .appends(
            new InvoiceVoided(id, "INV-2026-0001", null, sealed("wrong")),
            new MatterInvoiceReleased(brief.id(), id, List.of(consultation, travel)));
  }

  @Test
  void theWordsAndDatesOfADraftOfWorkMayChangeItsLinesMayNot() {
    worked().after(bill(id, InvoiceType.INTERIM));
    List<OfferedLine> same =
        generated(id).lines().stream()
            .map(it -> offered(it, it.rate(), it.quantity().setScale(6)))
            .toList();
    List<OfferedLine> dearer =
        generated(id).lines().stream()
            .map(it -> offered(it, it.rate().plus(Money.cents(1)), it.quantity()))
            .toList();
    LocalDate earlier = DATE.minusDays(1);

    books.when(update(dearer, earlier)).isRefusedBy(Rule.INVOICE_LINES_FIXED);
    books.when(update(same.subList(0, 1), earlier)).isRefusedBy(Rule.INVOICE_LINES_FIXED);
    InvoiceDraftUpdated updated =
        (InvoiceDraftUpdated) books.when(update(same, earlier)).events().getFirst();
    assertThat(updated.lines()).isEqualTo(generated(id).lines());
    assertThat(updated.totals()).isEqualTo(generated(id).totals());
    assertThat(updated.invoiceDate()).isEqualTo(earlier);
  }

  @Test
  void erasingTheMatterReachesWhatWasInvoicedOnIt() {
    worked()
        .after(bill(id, InvoiceType.INTERIM))
        .given(new MatterClosed(brief.id(), DATE))
        .when(erase())
        .isRefusedBy(Rule.PERSONAL_DATA_IN_USE);
    books.after(discard(id)).after(erase());

    List<Object> file = books.stream(PersonalFileId.of(FileReference.of(brief.id())));
    List<UUID> subjects = ((PersonalDataErased) file.getLast()).data().subjectIds();
    assertThat(subjects).contains(DataSubjects.wording(id.value()));
  }

  @Test
  void anInvoiceThatWasReadBeforeIsNotMadeAnew() {
    worked()
        .when(bill(id, InvoiceType.INTERIM), Map.of(MetadataKeys.EXPECTED_VERSION, "3"))
        .findsNothing();
  }

  private static OfferedLine offered(Line line, Money rate, BigDecimal quantity) {
    return new OfferedLine(line.kind(), line.date(), quantity, rate, line.vatTreatment());
  }

  private ErasePersonalData erase() {
    return new ErasePersonalData(
        FileReference.of(brief.id()),
        jhb,
        List.of(FileSubject.values()),
        sealed("asked"),
        false,
        Instant.parse("2035-03-01T08:00:00Z"));
  }
}
