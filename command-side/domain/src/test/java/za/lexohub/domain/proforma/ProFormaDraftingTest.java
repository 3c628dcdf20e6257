package za.lexohub.domain.proforma;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.proforma.ProFormas.LINK_ENDS;
import static za.lexohub.domain.proforma.ProFormas.QUOTE_DATE;
import static za.lexohub.domain.proforma.ProFormas.REQUESTED_AT;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberAllocated;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.proforma.ProFormaCommands.DraftProForma;
import za.lexohub.messages.proforma.ProFormaCommands.SendProForma;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;

class ProFormaDraftingTest {
  private final Books books = new Books();
  private final TenantId jhb = Samples.fresh("jhb");
  private final ProFormas quote = proForma().of(jhb);

  private NumberAllocated allocated(int value, String number) {
    return new NumberAllocated(
        jhb + ":PRO_FORMA:2026",
        jhb,
        NumberSeries.PRO_FORMA,
        2026,
        value,
        number,
        quote.id().toString());
  }

  @Test
  void aQuoteOfItsOwnTakesItsNumberInTheSameAppend() {
    books.when(quote.draft()).appends(allocated(1, "PF-2026-0001"), quote.drafted());
    assertThat(quote.offer().totals().total()).isEqualTo(Money.cents(3_162_500));
  }

  @Test
  void aSubmittedRequestIsPricedForThePartiesThatSubmitted() {
    books
        .given(quote.requested(), quote.submitted(REQUESTED_AT))
        .when(quote.draftWithoutParties())
        .appends(allocated(1, "PF-2026-0001"), quote.drafted());
  }

  @Test
  void aQuoteOnAMatterTakesItsPartiesAndExemption() {
    Matters exempt = Matters.matter().of(jhb).exempt();
    ProFormas on = quote.on(exempt.id());
    books.given(exempt.opened()).after(on.draftWithoutParties());

    ProFormaDrafted drafted = (ProFormaDrafted) books.stream(quote.id()).get(0);
    assertThat(drafted.client()).isEqualTo(exempt.file().client());
    assertThat(drafted.attorney()).isEqualTo(exempt.file().attorney());
    assertThat(drafted.offer().totals().vat()).isEqualTo(Money.ZERO);
    assertThat(drafted.offer().totals().total()).isEqualTo(Money.cents(2_750_000));
  }

  @Test
  void againIsRefusedAndTakesNoNumber() {
    books.after(quote.draft()).when(quote.draft()).isRefusedBy(Rule.PRO_FORMA_NOT_DRAFTABLE);
    ProFormas next = proForma().of(jhb);
    books.after(next.draft());
    assertThat(((ProFormaDrafted) books.stream(next.id()).get(0)).quoteNumber())
        .isEqualTo("PF-2026-0002");
  }

  @Test
  void isRefusedUnlessNewOrSubmitted() {
    books
        .given(quote.requested())
        .when(quote.draftWithoutParties())
        .isRefusedBy(Rule.PRO_FORMA_NOT_DRAFTABLE);
    ProFormas sent = proForma().of(jhb);
    books
        .given(sent.drafted(), sent.sent(1))
        .when(sent.draft())
        .isRefusedBy(Rule.PRO_FORMA_NOT_DRAFTABLE);
  }

  @Test
  void aQuoteOfItsOwnNamesItsParties() {
    books.when(quote.draftWithoutParties()).isRefusedBy(Rule.PARTIES_MISSING);
  }

  @Test
  void isRefusedWithoutALineOrAValidityBeyondTheQuoteDate() {
    books.when(quote.charging().draft()).isRefusedBy(Rule.NOTHING_TO_CHARGE);
    DraftProForma sameDay =
        new DraftProForma(
            quote.id(),
            jhb,
            null,
            quote.client(),
            quote.attorney(),
            "commercial",
            Samples.sealed("quote"),
            quote.lines(),
            QUOTE_DATE,
            QUOTE_DATE);
    books.when(sameDay).isRefusedBy(Rule.VALIDITY_NOT_AFTER_QUOTE_DATE);
  }

  @Test
  void aClosedOrArchivedMatterTakesNoQuote() {
    Matters closed = Matters.matter().of(jhb);
    Matters archived = Matters.matter().of(jhb);
    books
        .given(closed.opened(), new MatterClosed(closed.id(), QUOTE_DATE))
        .given(archived.opened(), new MatterArchived(archived.id(), null));

    books.when(quote.on(closed.id()).draft()).isRefusedBy(Rule.MATTER_CLOSED);
    books.when(quote.on(archived.id()).draft()).isRefusedBy(Rule.MATTER_ARCHIVED);
  }

  @Test
  void anUnknownOrForeignMatterIsNotFound() {
    Matters foreign = Matters.matter().of(Samples.fresh("jhb"));
    books.given(foreign.opened());

    books.when(quote.on(MatterId.random()).draft()).findsNothing();
    books.when(quote.on(foreign.id()).draft()).findsNothing();
  }

  @Test
  void anotherTenantsProFormaIsNotFoundAndAnOlderVersionConflicts() {
    books.given(quote.requested(), quote.submitted(LINK_ENDS.minusSeconds(1)));

    books.when(quote.of(Samples.fresh("jhb")).draft()).findsNothing();
    books.when(quote.draft(), Map.of(MetadataKeys.EXPECTED_VERSION, "1")).conflictsWithVersion(2);
  }

  @Test
  void whoeverHasReadAVersionDoesNotBeginAnotherProForma() {
    books.when(quote.draft(), Map.of(MetadataKeys.EXPECTED_VERSION, "1")).findsNothing();
  }

  @Test
  void aTenantWithoutAPracticeQuotesNothing() {
    books.when(quote.of(Samples.NOBODY).draft()).isRefusedBy(Rule.PRACTICE_UNKNOWN);
  }

  @Test
  void theWiredAggregateFindsWhatItNeedsToRevise() {
    books.after(quote.draft()).when(quote.revise()).appends(quote.revised(2));
  }

  @Test
  void requestingThroughTheWiredBusCreatesTheProForma() {
    books.when(quote.request()).appends(quote.requested());
    assertThat(
            books.when(new SendProForma(proForma().id(), jhb, "x", 1, ProFormas.SENT_AT)).refusal())
        .isInstanceOf(AggregateNotFoundException.class);
  }
}
