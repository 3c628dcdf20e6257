package za.lexohub.domain.agreement;

import static za.lexohub.domain.Samples.party;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.matter.Matters;
import za.lexohub.domain.proforma.ProFormas;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementCommands.DraftAgreement;
import za.lexohub.messages.agreement.AgreementEvents.AgreementDrafted;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

class AgreementDraftingTest {
  private final Books books = new Books();
  private final TenantId jhb = Samples.fresh("jhb");
  private final Matters brief = matter().of(jhb);
  private final AgreementId id = AgreementId.random();

  private DraftAgreement draft(TenantId tenant, MatterId matterId, ProFormaId proFormaId) {
    return new DraftAgreement(id, tenant, matterId, proFormaId, party("client"), sealed("terms"));
  }

  @Test
  void anAgreementIsDraftedOnAMatterOnce() {
    books
        .given(brief.opened())
        .when(draft(jhb, brief.id(), null))
        .appends(new AgreementDrafted(id, jhb, brief.id(), null, party("client"), sealed("terms")));
    books.when(draft(jhb, brief.id(), null)).changesNothing();
  }

  @Test
  void anAgreementIsDraftedOnAProForma() {
    ProFormas quote = proForma().of(jhb);

    books
        .given(quote.drafted())
        .when(draft(jhb, null, quote.id()))
        .appends(new AgreementDrafted(id, jhb, null, quote.id(), party("client"), sealed("terms")));
  }

  @Test
  void aClosedMatterTakesNoAgreement() {
    books
        .given(brief.opened(), new MatterClosed(brief.id(), LocalDate.of(2026, 9, 1)))
        .when(draft(jhb, brief.id(), null))
        .isRefusedBy(Rule.MATTER_CLOSED);
  }

  @Test
  void whatIsAnothersOrNotThereIsNotFound() {
    books.given(brief.opened());
    books.when(draft(Samples.STRANGER, brief.id(), null)).findsNothing();
    books.when(draft(jhb, MatterId.random(), null)).findsNothing();
    books.when(draft(jhb, null, ProFormaId.random())).findsNothing();
  }

  @Test
  void itIsAboutAMatterOrAProFormaAndNotBoth() {
    Assertions.assertThatIllegalArgumentException().isThrownBy(() -> draft(jhb, null, null));
    Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> draft(jhb, brief.id(), ProFormaId.random()));
  }
}
