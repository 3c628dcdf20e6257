package za.lexohub.domain.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.matter.Matters.matter;
import static za.lexohub.domain.proforma.ProFormas.SENT_AT;
import static za.lexohub.domain.proforma.ProFormas.proForma;
import static za.lexohub.domain.proforma.ProFormas.recorded;
import static za.lexohub.messages.erasure.FileSubject.ATTORNEY;
import static za.lexohub.messages.erasure.FileSubject.CLIENT;
import static za.lexohub.messages.erasure.FileSubject.WORDING;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.domain.matter.Matters;
import za.lexohub.domain.proforma.ProFormas;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureCommands.CancelErasure;
import za.lexohub.messages.erasure.ErasureCommands.CarryOutErasure;
import za.lexohub.messages.erasure.ErasureCommands.DestroySubjectKeys;
import za.lexohub.messages.erasure.ErasureCommands.ErasePersonalData;
import za.lexohub.messages.erasure.ErasureCommands.PlaceLegalHold;
import za.lexohub.messages.erasure.ErasureCommands.ReleaseLegalHold;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.ErasureEvents.SubjectKeysDestroyed;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaCommands.ExtendProForma;
import za.lexohub.messages.proforma.ProFormaCommands.RequestInvoicing;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoiceReleased;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;

/** Erasing a file: its papers decide together, whichever of them keeps it longest. */
class ErasureTest extends ErasedPapers {
  @Test
  void whatWasNeverInvoicedIsErasedAtOnce() {
    declined();

    books.when(erase(NOW)).appends(erased(data(file, List.of(quote.id().value()), List.of()), NOW));
    books.when(erase(NOW.plusSeconds(9))).changesNothing();
    books.when(erase(file, true, NOW)).changesNothing();
  }

  @Test
  void whatIsBeingNegotiatedOrBilledIsStillNeeded() {
    books.given(quote.requested());
    books.when(erase(NOW)).isRefusedBy(Rule.PERSONAL_DATA_IN_USE);
    books.when(schedule()).isRefusedBy(Rule.PERSONAL_DATA_IN_USE);

    ProFormas accepted = proForma().of(jhb);
    books.given(accepted.drafted(), accepted.sent(1), accepted.accepted(1, recorded(SENT_AT)));
    books
        .when(erase(FileReference.of(accepted.id()), false, NOW))
        .isRefusedBy(Rule.PERSONAL_DATA_IN_USE);
  }

  @Test
  void anInvoiceThatIsADraftOrOwedIsStillNeeded() {
    Invoices inv = invoice().from(quote);
    books.given(quote.untilValidated(quote.offer()));
    books.given(inv.generated(), quote.converted(1));
    books.when(erase(NOW)).isRefusedBy(Rule.PERSONAL_DATA_IN_USE);

    books.given(inv.sent());
    books.when(erase(NOW)).isRefusedBy(Rule.PERSONAL_DATA_IN_USE);
  }

  @Test
  void aDiscardedDraftWasNoTaxInvoiceAndIsNotKept() {
    Invoices inv = invoice().from(quote);
    books.given(quote.untilValidated(quote.offer()));
    books.given(
        inv.generated(),
        new InvoiceDiscarded(inv.id(), "INV-2026-0001", quote.id(), sealed("mistake")),
        new ProFormaInvoiceReleased(quote.id(), 1, inv.id()));

    books
        .when(erase(NOW))
        .appends(erased(data(file, List.of(quote.id().value()), List.of(inv.id().value())), NOW));
  }

  @Test
  void aVoidedInvoiceWasIssuedAndIsKept() {
    Invoices inv = invoice().from(quote);
    books.given(quote.untilValidated(quote.offer()));
    books.given(
        inv.generated(),
        inv.sent(),
        new InvoiceVoided(inv.id(), "INV-2026-0001", quote.id(), sealed("mistake")),
        new ProFormaInvoiceReleased(quote.id(), 1, inv.id()));

    books.when(erase(NOW)).isRefusedBy(Rule.RETENTION_RUNS);
  }

  @Test
  void theLawIsNamedWithItsLastDay() {
    books.given(paid(quote, PAID_ON));

    Books.Outcome refused = books.when(erase(NOW));

    refused.isRefusedBy(Rule.RETENTION_RUNS);
    RuleViolated violated = (RuleViolated) refused.refusal();
    assertThat(violated.getMessage())
        .contains("Tax Administration Act 28 of 2011 s29")
        .contains("until 2031-11-30")
        .contains("Legal Practice Act")
        .contains("until 2034-02-03");
    assertThat(violated.facts()).containsEntry("dueOn", "2034-02-04");
    assertThat(violated.facts().get("laws"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(2);
  }

  @Test
  void onTheDayAfterTheLastItMayGo() {
    books.given(paid(quote, PAID_ON));

    books.when(erase(DUE.minusMillis(1))).isRefusedBy(Rule.RETENTION_RUNS);
    assertThat(books.when(erase(DUE)).events()).hasOnlyElementsOfType(PersonalDataErased.class);
  }

  @Test
  void aMattersFileIsErasedWithEverythingDraftedOnIt() {
    Matters brief = matter().of(jhb);
    ProFormas on = quote.on(brief.id());
    ProFormas other = proForma().of(jhb).on(brief.id());
    books.given(brief.opened());
    books.given(paid(on, PAID_ON));
    books.given(other.drafted());
    FileReference matterFile = FileReference.of(brief.id());
    ErasePersonalData whole = erase(matterFile, false, DUE);

    books.when(erase(DUE)).isRefusedBy(Rule.FILE_BELONGS_TO_MATTER);
    books.when(whole).isRefusedBy(Rule.PERSONAL_DATA_IN_USE);
    books.given(new MatterClosed(brief.id(), PAID_ON));
    books.when(whole).isRefusedBy(Rule.PERSONAL_DATA_IN_USE);
    books.given(new ProFormaWithdrawn(other.id(), null));
    books.when(erase(matterFile, false, NOW)).isRefusedBy(Rule.RETENTION_RUNS);

    PersonalDataErased event = (PersonalDataErased) books.when(whole).events().getFirst();

    assertThat(event.data().proFormaIds())
        .containsExactlyInAnyOrder(on.id().value(), other.id().value());
    assertThat(event.data().invoiceIds()).containsExactly(on.invoice(1).value());
    assertThat(event.data().subjectIds())
        .contains(
            DataSubjects.client(brief.id().value()),
            DataSubjects.attorney(other.id().value()),
            DataSubjects.wording(on.invoice(1).value()))
        .hasSize(12);
  }

  @Test
  void whatIsDraftedOnTheMatterDuringTheInspectionIsInspected() {
    Matters brief = matter().of(jhb);
    ProFormas late = quote.on(brief.id());
    books.given(brief.opened(), late.drafted(), new MatterClosed(brief.id(), PAID_ON));

    drafts.late = late.id();
    books
        .when(erase(FileReference.of(brief.id()), false, NOW))
        .isRefusedBy(Rule.PERSONAL_DATA_IN_USE);
  }

  @Test
  void someSubjectsMayGoBeforeTheOthers() {
    declined();
    ErasePersonalData client =
        new ErasePersonalData(file, jhb, List.of(CLIENT), sealed("asked for"), false, NOW);
    books.after(client);
    books.when(client).changesNothing();

    PersonalDataErased rest = (PersonalDataErased) books.when(erase(NOW)).events().getFirst();

    assertThat(rest.data().subjects()).containsExactly(ATTORNEY, WORDING);
  }

  @Test
  void theKeysGoAndItIsRecordedOnceNobodyCanHoldThem() {
    declined().after(erase(NOW));
    ErasedData data = data(file, List.of(quote.id().value()), List.of());
    DestroySubjectKeys destroy = new DestroySubjectKeys(file, jhb);

    keys.goneEverywhere = false;
    books.when(destroy).changesNothing();
    assertThat(keys.destroyed).containsExactlyElementsOf(data.subjectIds()).hasSize(3);

    keys.goneEverywhere = true;
    books.when(destroy).appends(new SubjectKeysDestroyed(id, jhb, data));
    keys.destroyed.clear();
    books.when(destroy).changesNothing();
    assertThat(keys.destroyed).isEmpty();
  }

  @Test
  void nothingIsDestroyedThatWasNotErased() {
    declined();
    books.when(new DestroySubjectKeys(file, jhb)).changesNothing();
    assertThat(keys.destroyed).isEmpty();
  }

  @Test
  void whatHasEndedDoesNotBeginAnewWithoutItsPeople() {
    LocalDate later = ProFormas.VALID_UNTIL.plusYears(1);
    books.given(
        quote.drafted(),
        quote.sent(1),
        new ProFormaExpired(quote.id(), ExpiryPhase.OFFER, ProFormas.TOO_LATE));
    books.after(erase(NOW));
    books
        .when(new ExtendProForma(quote.id(), jhb, later, ProFormas.TOO_LATE))
        .isRefusedBy(Rule.PERSONAL_DATA_ERASED);

    ProFormas released = proForma().of(jhb);
    Invoices inv = invoice().from(released);
    books.given(released.untilValidated(released.offer()));
    books.given(
        inv.generated(),
        new InvoiceDiscarded(inv.id(), "INV-2026-0001", released.id(), sealed("mistake")),
        new ProFormaInvoiceReleased(released.id(), 1, inv.id()));
    books.after(erase(FileReference.of(released.id()), false, NOW));
    books.when(new RequestInvoicing(released.id(), jhb)).isRefusedBy(Rule.PERSONAL_DATA_ERASED);
  }

  @Test
  void anotherTenantFindsNoFile() {
    declined();
    TenantId stranger = Samples.fresh("jhb");
    books.when(new ErasePersonalData(file, stranger, ALL, sealed("x"), false, NOW)).findsNothing();
    books.when(new PlaceLegalHold(file, stranger, sealed("x"), NOW)).findsNothing();
    books.when(new CancelErasure(file, stranger, sealed("x"))).findsNothing();
    books.when(new ReleaseLegalHold(file, stranger, sealed("x"))).findsNothing();
    books.when(new CarryOutErasure(file, stranger, NOW)).findsNothing();
    books.after(erase(NOW));
    books.when(new DestroySubjectKeys(file, stranger)).findsNothing();
  }

  @Test
  void whoDecidedOnAnOlderStateDecidesAgain() {
    declined().after(new PlaceLegalHold(file, jhb, sealed("litigation"), NOW));

    books.when(erase(NOW), Map.of(MetadataKeys.EXPECTED_VERSION, "0")).conflictsWithVersion(1);
  }
}
