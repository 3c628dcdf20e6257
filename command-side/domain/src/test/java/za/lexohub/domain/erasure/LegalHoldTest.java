package za.lexohub.domain.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;
import static za.lexohub.messages.erasure.FileSubject.CLIENT;

import java.util.List;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.matter.Matters;
import za.lexohub.domain.proforma.ProFormas;
import za.lexohub.messages.Rule;
import za.lexohub.messages.erasure.ErasureCommands.CarryOutErasure;
import za.lexohub.messages.erasure.ErasureCommands.ErasePersonalData;
import za.lexohub.messages.erasure.ErasureCommands.PlaceLegalHold;
import za.lexohub.messages.erasure.ErasureCommands.ReleaseLegalHold;
import za.lexohub.messages.erasure.ErasureEvents.ErasureScheduled;
import za.lexohub.messages.erasure.ErasureEvents.LegalHoldPlaced;
import za.lexohub.messages.erasure.ErasureEvents.LegalHoldReleased;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;

/** What is held for a dispute is kept, whatever the law of retention says. */
class LegalHoldTest extends ErasedPapers {
  @Test
  void aLegalHoldKeepsWhatNoLawKeeps() {
    declined();
    PlaceLegalHold place = new PlaceLegalHold(file, jhb, sealed("litigation"), NOW);
    ReleaseLegalHold release = new ReleaseLegalHold(file, jhb, sealed("settled"));
    books.when(release).isRefusedBy(Rule.NO_LEGAL_HOLD);

    books.when(place).appends(new LegalHoldPlaced(id, jhb, file, sealed("litigation"), NOW));
    books.when(place).changesNothing();
    books.when(erase(NOW)).isRefusedBy(Rule.LEGAL_HOLD_IN_FORCE);
    books.after(schedule());
    assertThat(scheduled().claims()).isEmpty();
    books.when(new CarryOutErasure(file, jhb, NOW)).isRefusedBy(Rule.LEGAL_HOLD_IN_FORCE);

    books.when(release).appends(new LegalHoldReleased(id, sealed("settled")));
    assertThat(books.when(new CarryOutErasure(file, jhb, NOW)).events())
        .hasOnlyElementsOfType(PersonalDataErased.class);
  }

  @Test
  void aPaperOfAMattersFileIsNotHeldAlone() {
    Matters brief = matter().of(jhb);
    ProFormas on = quote.on(brief.id());
    books.given(brief.opened(), on.drafted());

    books
        .when(new PlaceLegalHold(file, jhb, sealed("litigation"), NOW))
        .isRefusedBy(Rule.FILE_BELONGS_TO_MATTER);
  }

  @Test
  void aHoldThatAProFormaBroughtOntoItsMatterKeepsTheWholeFile() {
    Matters brief = matter().of(jhb);
    ProFormas on = quote.on(brief.id());
    FileReference matterFile = FileReference.of(brief.id());
    books.given(new LegalHoldPlaced(id, jhb, file, sealed("litigation"), NOW));
    books.given(
        brief.opened(),
        on.drafted(),
        new ProFormaWithdrawn(on.id(), null),
        new MatterClosed(brief.id(), PAID_ON));

    books.when(erase(matterFile, false, NOW)).isRefusedBy(Rule.LEGAL_HOLD_IN_FORCE);
    assertThat(books.when(erase(matterFile, true, NOW)).events())
        .hasOnlyElementsOfType(ErasureScheduled.class);
    CarryOutErasure carryOut = new CarryOutErasure(matterFile, jhb, NOW);
    books.when(carryOut).isRefusedBy(Rule.LEGAL_HOLD_IN_FORCE);
    books.after(new ReleaseLegalHold(file, jhb, sealed("settled")));
    assertThat(books.when(carryOut).events()).hasOnlyElementsOfType(PersonalDataErased.class);
  }

  @Test
  void whatIsErasedAltogetherIsNotHeldAnyMore() {
    PlaceLegalHold place = new PlaceLegalHold(file, jhb, sealed("litigation"), NOW);
    declined();
    books.after(new ErasePersonalData(file, jhb, List.of(CLIENT), sealed("asked for"), false, NOW));
    books.after(place).after(new ReleaseLegalHold(file, jhb, sealed("settled")));
    books.after(erase(NOW));

    books.when(place).isRefusedBy(Rule.PERSONAL_DATA_ERASED);
  }
}
