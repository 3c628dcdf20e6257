package za.lexohub.processes.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import za.lexohub.processes.Samples;

class ProFormaPaperTest {

  private static final String NOTICE = "Estimate – not a tax invoice – no payment due";
  private static final Consumer<Samples> QUOTE =
      story -> story.openMatter().draftProForma().sendProForma("hash").requestProFormaPdf();

  @Test
  void namesTheEstimateItsNumberAndItsLastDay() {
    assertThat(Papers.text(Papers.proForma(QUOTE)))
        .contains("Pro Forma Estimate", NOTICE)
        .contains("Quote number PF-2024-0007", "Quote date 01/07/2024", "Valid until 31/07/2024")
        .contains("Prepared for Ms Naledi Mahlangu", "Client Ntombi kaMfenyana-Ņđłovu & Söhne")
        .contains("Consultation with attorney and expert witness 2,5 2 500,00 15% 6 250,00")
        .contains("Estimated total incl. VAT R 31 625,00");
  }

  @Test
  void neverAsksForMoney() {
    String text = Papers.text(Papers.proForma(QUOTE)).replace(NOTICE, "");
    assertThat(text)
        .doesNotContainIgnoringCase("pay")
        .doesNotContainPattern("(?i)\\bdue\\b")
        .doesNotContain("Tax Invoice", "Bank", "Account", "62001234567");
  }

  @Test
  void saysAtTheFootOfThePageThatItIsAnEstimate() {
    assertThat(Papers.text(Papers.proForma(QUOTE)).split(NOTICE, -1)).hasSize(3);
  }

  @Test
  void vendorsEstimateOnAnExemptMatterNamesNoVatBesideItsNumber() {
    assertThat(
            Papers.text(
                    Papers.proForma(story -> story.exempt().draftProForma().requestProFormaPdf()))
                .replace("VAT number 4870261345", ""))
        .contains("Estimated total R 27 500,00")
        .doesNotContain("VAT", "%");
  }

  @Test
  void nonVendorsEstimateHasNoWordOfVat() {
    assertThat(
            Papers.text(
                Papers.proForma(story -> story.withoutVat().draftProForma().requestProFormaPdf())))
        .contains("Estimated total R 27 500,00")
        .doesNotContain("VAT");
  }
}
