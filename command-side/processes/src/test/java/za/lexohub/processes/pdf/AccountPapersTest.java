package za.lexohub.processes.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.money.Money;
import za.lexohub.processes.Log;
import za.lexohub.processes.Samples;
import za.lexohub.processes.pdf.StatementDocument.Ageing;

/** What stands on the papers that follow an invoice. */
class AccountPapersTest {

  @Test
  void aCopySaysOnEveryPageThatItIsOneAndOtherwiseWhatTheOriginalSays() {
    byte[] copy = Papers.copy(story -> story.longInvoice().sent().request(PdfKind.COPY, 1));
    byte[] original = Papers.original(story -> story.longInvoice().sent());
    int pages = Papers.pages(original);
    assertThat(pages).isGreaterThan(1).isEqualTo(Papers.pages(copy));
    for (int page = 1; page <= pages; page++) {
      assertThat(Papers.text(copy, page, page)).contains("COPY – issued for");
    }
    assertThat(Papers.text(original)).doesNotContain("COPY");
    assertThat(Papers.text(AccountPapers.copy()))
        .contains("Tax Invoice", "INV-2024-0001", "R 31 625,00", "62001234567");
  }

  @Test
  void aReceiptProvesOnePaymentAndWhatItLeftOpen() {
    assertThat(Papers.text(AccountPapers.receipt(1)))
        .contains("Receipt", "INV-2024-0001-R1", "Mahlangu & Partners Inc")
        .contains("R 11 625,00 by electronic transfer on 30/09/2024")
        .contains("EFT M4471 Mahlangu", "Open after this payment R 20 000,00")
        .doesNotContain("settled in full", "VAT at");
    assertThat(Papers.text(AccountPapers.receipt(2)))
        .contains("INV-2024-0001-R2", "transfer from the trust account", "settled in full")
        .contains("Open after this payment R 0,00");
  }

  @Test
  void aCreditNoteHasTheParticularsOfTheAct() {
    assertThat(Papers.text(AccountPapers.creditNote(true)))
        .contains("Credit Note", "CN-2024-0001", "20/09/2024")
        .contains("Tax invoice number INV-2024-0001", "VAT number 4870261345", "4010112233")
        .contains("Consideration shown before, including VAT R 31 625,00")
        .contains("Correct consideration, including VAT R 28 462,50")
        .contains("Difference excluding VAT R 2 750,00", "VAT at 15% in the difference R 412,50")
        .contains("Credited, including VAT R 3 162,50", "was charged twice");
  }

  @Test
  void aNoteOfANonVendorHasNoWordOfVat() {
    assertThat(Papers.text(AccountPapers.creditNote(false)))
        .contains("Credit Note", "Credited R 3 162,50")
        .doesNotContain("VAT", "Tax");
    assertThat(Papers.text(AccountPapers.debitNoteWithoutVat()))
        .contains(
            "Debit Note", "DN-2024-0001", "Debited R 3 162,50", "Amount shown before R 27 500,00")
        .doesNotContain("VAT", "Tax", "Credit");
  }

  @Test
  void aStatementBeginsWithWhatWasOpenAndEndsWithWhatIs() {
    assertThat(Papers.text(AccountPapers.statement()))
        .contains("Statement of Account", "JHB/2024/017/S1", "15/09/2024 to 30/11/2024")
        .contains("15/09/2024 Opening balance 31 625,00")
        .contains("Payment on invoice INV-2024-0001, electronic transfer 11 625,00")
        .contains("Payment on invoice INV-2024-0001, from the retainer 5 000,00")
        .contains("30/11/2024 Closing balance 15 000,00")
        .contains("61 to 90 days", "R 15 000,00");
  }

  @Test
  void whatIsOpenAgesFromTheInvoiceDate() {
    assertThat(ageing("2024-09-01", "2024-10-01").to30()).isEqualTo(Money.cents(3_162_500));
    assertThat(ageing("2024-09-01", "2024-10-02").to60()).isEqualTo(Money.cents(3_162_500));
    assertThat(ageing("2024-09-01", "2024-11-01").to90()).isEqualTo(Money.cents(3_162_500));
    assertThat(ageing("2024-09-01", "2024-12-01").more()).isEqualTo(Money.cents(3_162_500));
    assertThat(ageing("2024-08-01", "2024-08-31")).isEqualTo(Ageing.NOTHING);
  }

  private static Ageing ageing(String from, String to) {
    try (Log log = new Log()) {
      new Samples(log).draftInvoice().sent().requestStatement(from, to);
      return Papers.statement(log).document().ageing();
    }
  }

  @Test
  void aStatementKnowsNothingLaterThanItsRequest() {
    try (Log log = new Log()) {
      Samples story = new Samples(log).draftInvoice().sent();
      story.requestStatement("2024-09-01", "2024-12-31");
      log.at("2024-09-30T08:00:00Z");
      story.paid(PaymentMethod.EFT, "2024-09-30", 100, 3_162_400);
      assertThat(Papers.statement(log).document().closing()).isEqualTo(Money.cents(3_162_500));
    }
  }

  @Test
  void closingBalanceAndAgesAreTheSameSum() {
    try (Log log = new Log()) {
      AccountPapers.account(new Samples(log)).requestStatement("2024-09-15", "2024-11-30");
      StatementDocument statement = Papers.statement(log).document();
      Ageing ages = statement.ageing();
      assertThat(ages.to30().plus(ages.to60()).plus(ages.to90()).plus(ages.more()))
          .isEqualTo(statement.closing())
          .isEqualTo(Money.cents(1_500_000));
    }
  }
}
