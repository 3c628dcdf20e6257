package za.lexohub.domain.proforma;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;
import static za.lexohub.domain.proforma.ProFormas.REQUESTED_AT;
import static za.lexohub.domain.proforma.ProFormas.SENT_AT;
import static za.lexohub.domain.proforma.ProFormas.proForma;
import static za.lexohub.domain.proforma.ProFormas.recorded;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.ErasureCommands.ErasePersonalData;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterDeclined;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberAllocated;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.proforma.ProFormaCommands.ConvertProFormaToMatter;
import za.lexohub.messages.proforma.ProFormaCommands.ReverseProFormaConversion;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConversionReversed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidationFailed;
import za.lexohub.messages.proforma.RequestedAction;
import za.lexohub.messages.work.WorkCommands.LogTime;
import za.lexohub.messages.work.WorkItemId;

/** A matter is made of a request or of an accepted quote, and that is taken back. */
class ConversionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 4);

  private final Books books = new Books();
  private final TenantId jhb = Samples.fresh("jhb");
  private final ProFormas quote = proForma().of(jhb);
  private final MatterId matter = MatterId.random();

  private ConvertProFormaToMatter convert(MatterId to) {
    return new ConvertProFormaToMatter(quote.id(), jhb, to, DAY);
  }

  private ReverseProFormaConversion reverse() {
    return new ReverseProFormaConversion(quote.id(), jhb, sealed("mistake"));
  }

  private NumberAllocated allocated() {
    return new NumberAllocated(
        jhb + ":MATTER:2026", jhb, NumberSeries.MATTER, 2026, 1, "JHB/2026/001", matter.toString());
  }

  private MatterOpened opened(String wording) {
    return new MatterOpened(
        matter,
        jhb,
        "JHB/2026/001",
        "commercial",
        Bar.JOHANNESBURG,
        quote.client(),
        quote.attorney(),
        sealed(wording),
        false,
        null,
        DAY);
  }

  private ProFormaRequested asked(RequestedAction action) {
    ProFormaRequested any = quote.requested();
    return new ProFormaRequested(
        any.proFormaId(),
        any.tenantId(),
        any.client(),
        any.wording(),
        any.matterType(),
        any.urgency(),
        action,
        any.tokenHash(),
        any.linkGeneration(),
        any.expiresAt());
  }

  private Books requested(RequestedAction action) {
    return books.given(asked(action), quote.submitted(REQUESTED_AT));
  }

  private Books accepted() {
    return books.given(quote.drafted(), quote.sent(1), quote.accepted(1, recorded(SENT_AT)));
  }

  private ProFormaConvertedToMatter converted(boolean accepted) {
    return new ProFormaConvertedToMatter(quote.id(), matter, accepted);
  }

  @Test
  void aRequestForAMatterBecomesOneWithItsReferenceAndEndsWithIt() {
    requested(RequestedAction.MATTER)
        .when(convert(matter))
        .appends(allocated(), converted(false), opened("form"));
    books.when(quote.draftWithoutParties()).isRefusedBy(Rule.PRO_FORMA_NOT_DRAFTABLE);
  }

  @Test
  void aRequestForAPriceDoesNot() {
    requested(RequestedAction.PRO_FORMA)
        .when(convert(matter))
        .isRefusedBy(Rule.PRO_FORMA_NOT_FOR_MATTER);
  }

  @Test
  void anAcceptedQuoteBecomesAMatterOnWhichItIsThenInvoiced() {
    accepted().when(convert(matter)).appends(allocated(), converted(true), opened("quote"));
    Invoices invoice = Invoices.invoice().from(quote);
    books.given(quote.validated(1)).after(invoice.generate());

    InvoiceGenerated generated = (InvoiceGenerated) books.stream(invoice.id()).getFirst();
    assertThat(generated.matterId()).isEqualTo(matter);
    assertThat(generated.totals()).isEqualTo(quote.offer().totals());
  }

  @Test
  void aQuoteThatIsNotAcceptedDoesNot() {
    books
        .given(quote.drafted(), quote.sent(1))
        .when(convert(matter))
        .isRefusedBy(Rule.PRO_FORMA_NOT_ACCEPTED);
  }

  @Test
  void aSecondTimeChangesNothingAndAnotherMatterIsRefused() {
    accepted().after(convert(matter));

    books.when(convert(matter)).changesNothing();
    books.when(convert(MatterId.random())).isRefusedBy(Rule.MATTER_ALREADY_MADE);
  }

  @Test
  void aQuoteOnAMatterMakesNoOther() {
    ProFormas onOne = quote.on(MatterId.random());
    books
        .given(onOne.drafted(), onOne.sent(1), onOne.accepted(1, recorded(SENT_AT)))
        .when(convert(matter))
        .isRefusedBy(Rule.MATTER_ALREADY_MADE);
  }

  @Test
  void aMatterOfThatIdMustNotExist() {
    accepted().given(opened("another")).when(convert(matter)).isRefusedBy(Rule.MATTER_ALREADY_MADE);
  }

  @Test
  void aConversionIsTakenBackOnceAndTheMatterIsDeclined() {
    accepted().after(convert(matter));

    books
        .when(reverse())
        .appends(
            new ProFormaConversionReversed(quote.id(), matter, true, sealed("mistake")),
            new MatterDeclined(matter, sealed("mistake")));
    books.when(reverse()).changesNothing();
    books.when(convert(MatterId.random())).isRefusedBy(Rule.MATTER_ALREADY_MADE);
  }

  @Test
  void takenBackTheQuoteIsInvoicedWithoutAMatter() {
    accepted().after(convert(matter)).after(reverse());
    Invoices invoice = Invoices.invoice().from(quote);

    books.given(quote.validated(1)).after(invoice.generate());

    assertThat(((InvoiceGenerated) books.stream(invoice.id()).getFirst()).matterId()).isNull();
  }

  @Test
  void takenBackTheRequestIsPricedButOnNoOtherMatter() {
    requested(RequestedAction.MATTER).after(convert(matter)).after(reverse());
    Matters another = matter().of(jhb);
    books.given(another.opened());

    assertThat(books.stream(quote.id()).getLast())
        .isEqualTo(new ProFormaConversionReversed(quote.id(), matter, false, sealed("mistake")));
    books.when(quote.on(another.id()).draftWithoutParties()).isRefusedBy(Rule.MATTER_ALREADY_MADE);
    books.after(quote.draftWithoutParties());
  }

  @Test
  void whatWasNeverConvertedIsNotTakenBack() {
    accepted().when(reverse()).isRefusedBy(Rule.PRO_FORMA_NOT_CONVERTED);
  }

  @Test
  void aMatterOnWhichWorkWasDoneStays() {
    accepted().after(convert(matter)).after(work());

    books.when(reverse()).isRefusedBy(Rule.MATTER_HAS_WORK);
  }

  @Test
  void aMatterOnWhichTheQuoteWasInvoicedStays() {
    Invoices invoice = Invoices.invoice().from(quote);
    accepted().after(convert(matter)).given(quote.validated(1)).after(invoice.generate());

    books.when(reverse()).isRefusedBy(Rule.MATTER_HAS_WORK);
  }

  @Test
  void aMatterOnWhichAnotherQuoteWasDraftedStays() {
    accepted().after(convert(matter)).after(proForma().of(jhb).on(matter).draft());

    books.when(reverse()).isRefusedBy(Rule.MATTER_HAS_WORK);
  }

  @Test
  void onceConvertedItLiesInTheMattersFileForGood() {
    FileReference alone = FileReference.of(quote.id());
    accepted().after(convert(matter));

    books.when(erase(alone)).isRefusedBy(Rule.FILE_BELONGS_TO_MATTER);
    books.after(reverse());
    books.when(erase(alone)).isRefusedBy(Rule.FILE_BELONGS_TO_MATTER);
  }

  @Test
  void erasingTheMatterForgetsTheRequestItWasMadeOf() {
    requested(RequestedAction.MATTER)
        .after(convert(matter))
        .given(new MatterClosed(matter, DAY))
        .after(erase(FileReference.of(matter)));

    assertThat(erasedSubjects())
        .contains(
            FileSubject.CLIENT.in(quote.id().value()), FileSubject.WORDING.in(matter.value()));
    books.when(reverse()).isRefusedBy(Rule.PERSONAL_DATA_ERASED);
  }

  @Test
  void whatIsErasedMakesNoMatter() {
    accepted()
        .given(new ProFormaValidationFailed(quote.id(), 1, "matter-closed", "barred"))
        .after(erase(FileReference.of(quote.id())));

    books.when(convert(matter)).isRefusedBy(Rule.PERSONAL_DATA_ERASED);
  }

  @Test
  void aStrangerFindsNothing() {
    accepted();
    TenantId stranger = Samples.fresh("jhb");

    books.when(new ConvertProFormaToMatter(quote.id(), stranger, matter, DAY)).findsNothing();
    books.when(new ReverseProFormaConversion(quote.id(), stranger, sealed("mine"))).findsNothing();
  }

  @Test
  void anOldVersionIsAConflict() {
    accepted()
        .when(convert(matter), Map.of(MetadataKeys.EXPECTED_VERSION, "2"))
        .conflictsWithVersion(3);
  }

  private LogTime work() {
    return new LogTime(
        matter,
        jhb,
        WorkItemId.random(),
        DAY,
        60,
        Money.cents(250_000),
        true,
        VatTreatment.STANDARD,
        sealed("consultation"),
        DAY);
  }

  private List<UUID> erasedSubjects() {
    List<Object> file = books.stream(PersonalFileId.of(FileReference.of(matter)));
    return ((PersonalDataErased) file.getLast()).data().subjectIds();
  }

  private ErasePersonalData erase(FileReference file) {
    return new ErasePersonalData(
        file,
        jhb,
        List.of(FileSubject.values()),
        sealed("asked"),
        false,
        Instant.parse("2035-03-01T08:00:00Z"));
  }
}
