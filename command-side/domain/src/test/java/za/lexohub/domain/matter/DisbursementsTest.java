package za.lexohub.domain.matter;

import static za.lexohub.domain.Samples.sealed;

import org.junit.jupiter.api.Test;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.work.WorkCommands.*;

class DisbursementsTest extends WorkSpecification {
  @Test
  void aDisbursementIsChargedWithItsMarkup() {
    active.when(ONE.disbursement(1_001, 0)).publishes(ONE.disbursementLogged(1_001, 0, 1_001));
    active
        .when(ONE.disbursement(1_001, 1_250))
        .publishes(ONE.disbursementLogged(1_001, 1_250, 1_126));
  }

  @Test
  void theVatOfADisbursementIsCorrectedOnce() {
    Specification<Matter> logged = active.given(ONE.disbursementLogged(100, 0, 100));
    logged
        .when(correct(ONE, VatTreatment.EXEMPT))
        .publishes(new DisbursementVatCorrected(ID, ONE.id(), VatTreatment.EXEMPT, sealed("why")));
    logged.when(correct(ONE, VatTreatment.STANDARD)).changesNothing();
    logged
        .given(new DisbursementVatCorrected(ID, ONE.id(), VatTreatment.EXEMPT, sealed("why")))
        .when(correct(ONE, VatTreatment.EXEMPT))
        .changesNothing();
  }

  @Test
  void billedDisbursementsKeepTheirVat() {
    active
        .given(ONE.disbursementLogged(100, 0, 100), invoiced(ONE))
        .when(correct(ONE, VatTreatment.EXEMPT))
        .isRefusedBy(Rule.WORK_ITEM_BILLED);
  }
}
