package za.lexohub.processes.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDraftUpdated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.processes.Log;
import za.lexohub.processes.Samples;

class InvoicePaperTest {

  /** The particulars of VAT Act s20(4), one by one. */
  @Test
  void taxInvoiceHasEveryParticularOfTheLaw() {
    String text = Papers.text(Papers.original(story -> story.draftInvoice().sent()));
    assertThat(text)
        .as("(1) the words")
        .contains("Tax Invoice")
        .as("(2) the supplier")
        .contains("Adv Thandeka Ḽuvhengo SC", "Johannesburg Bar", "Practice number JHB20091")
        .contains("Sandton Chambers", "4 Protea Place", "2196", "VAT number 4870261345")
        .as("(3) the recipient")
        .contains("Invoiced to Ms Naledi Mahlangu Mahlangu & Partners Inc 12 Rissik Street")
        .contains("Marshalltown", "VAT number 4010112233")
        .as("(4) number and date of issue")
        .contains("Invoice number INV-2024-0001", "Invoice date 01/09/2024")
        .as("(5) description and (6) quantity")
        .contains("12/08/2024 Consultation with attorney and expert witness")
        .contains("2,5 2 500,00 15% 6 250,00", "1 18 750,00 15% 18 750,00")
        .as("(7) value, tax and consideration")
        .contains("Subtotal excluding VAT R 27 500,00")
        .contains("VAT at 15% R 4 125,00")
        .contains("Total including VAT R 31 625,00")
        .as("the currency of the Republic")
        .contains("ZAR");
  }

  @Test
  void taxInvoiceNamesMatterClientAndReferences() {
    assertThat(Papers.text(Papers.original(story -> story.draftInvoice().sent())))
        .contains("Mokoena v Road Accident Fund", "Ntombi kaMfenyana-Ņđłovu & Söhne (Pty) Ltd")
        .contains("Your reference NM/rb/M4471", "Our reference JHB/2024/017")
        .contains("Case number 2023/048812", "Pro forma PF-2024-0007")
        .contains("Fees for the preparation and conduct of the trial on quantum");
  }

  @Test
  void sumsStandInTheirOrder() {
    assertThat(Papers.text(Papers.original(story -> story.longInvoice().sent())))
        .containsSubsequence(
            "Fees R 210 971,52",
            "Disbursements R 23 441,28",
            "Discount −R 5 000,00",
            "Subtotal excluding VAT R 229 412,80",
            "VAT at 15% R 34 411,92",
            "Total including VAT R 263 824,72");
  }

  @Test
  void paymentTermsNameTheDueDateThatTheLogFixed() {
    assertThat(Papers.text(Papers.original(story -> story.draftInvoice().sent())))
        .contains("Due date 31/10/2024")
        .contains("Payment is due on or before 31/10/2024, 60 days after the invoice date.");
  }

  @Test
  void bankingDetailsBearTheNumberAsPaymentReference() {
    assertThat(Papers.text(Papers.original(story -> story.draftInvoice().sent())))
        .contains("First National Bank", "62001234567", "250655", "FIRNZAJJ")
        .contains("Payment reference INV-2024-0001");
  }

  @Test
  void withoutBankingDetailsNothingStandsInTheirPlace() {
    SupplierDetails unbanked =
        new SupplierDetails(
            "Adv A", "a@example.org", null, "Chambers", "JHB20091", "4870261345", null);
    assertThat(Papers.text(Papers.original(story -> story.counsel(unbanked).draftInvoice().sent())))
        .doesNotContain("Bank", "Account", "Branch", "Payment reference");
  }

  @Test
  void nonVendorsInvoiceHasNoWordOfVat() {
    assertThat(Papers.text(Papers.original(story -> story.withoutVat().draftInvoice().sent())))
        .contains("Invoice", "Subtotal R 27 500,00", "Total R 27 500,00")
        .doesNotContainIgnoringCase("VAT")
        .doesNotContainIgnoringCase("tax");
  }

  @Test
  void vendorsInvoiceOnAnExemptMatterIsNoTaxInvoice() {
    byte[] original = Papers.original(story -> story.exempt().draftInvoice().sent());
    byte[] draft = Papers.draft(story -> story.exempt().draftInvoice().requestDraftPdf());
    assertThat(Papers.text(original).replace("VAT number 4870261345", ""))
        .contains("Invoice INV-2024-0001", "Subtotal R 27 500,00", "Total R 27 500,00")
        .contains("Qty Rate Amount (R)", "2,5 2 500,00 6 250,00")
        .doesNotContainIgnoringCase("VAT")
        .doesNotContainIgnoringCase("tax")
        .doesNotContain("%");
    assertThat(Papers.text(draft)).contains("Draft invoice").doesNotContainIgnoringCase("tax");
  }

  @Test
  void invoiceWithoutNarrativeSaysWhatItIsForAllTheSame() {
    assertThat(
            Papers.text(Papers.original(story -> story.withoutNarrative().draftInvoice().sent())))
        .contains("Narrative Professional services in the matter of Mokoena v Road Accident Fund");
  }

  @Test
  void draftSaysOnEveryPageThatItIsNotIssued() {
    byte[] pdf = Papers.draft(story -> story.longInvoice().requestDraftPdf());
    int pages = Papers.pages(pdf);
    assertThat(pages).isGreaterThan(1);
    for (int page = 1; page <= pages; page++) {
      String text = Papers.text(pdf, page, page);
      assertThat(text).contains("DRAFT – not yet issued");
      assertThat(text.replace("DRAFT – not yet issued", ""))
          .as("the mark across")
          .contains("DRAFT");
    }
    assertThat(Papers.text(pdf)).contains("Draft tax invoice").doesNotContain("Tax Invoice");
  }

  @Test
  void pagesAreCountedAndTheTablesHeadIsRepeated() {
    byte[] pdf = Papers.original(story -> story.longInvoice().sent());
    int pages = Papers.pages(pdf);
    for (int page = 1; page <= pages; page++) {
      assertThat(Papers.text(pdf, page, page)).contains("Page " + page + " of " + pages);
    }
    assertThat(Papers.text(pdf, 2, 2))
        .contains("Tax Invoice INV-2024-0001 · Adv Thandeka Ḽuvhengo SC")
        .contains("Date Description Qty Rate VAT Amount (R)");
  }

  @Test
  void lettersOfEverySouthAfricanLanguageAreSet() {
    String name = "Šîlô Ṱhohoyanḓou Ṅwana Ḽiivha êëïôû áéíóú ǃǂǀ";
    assertThat(
            Papers.text(
                Papers.original(
                    story -> story.attorney(PartyDetails.of(name, null)).draftInvoice().sent())))
        .contains(name);
  }

  @Test
  void whatHasNoGlyphShowsAsABox() {
    PartyDetails odd = PartyDetails.of("Mahlangu \uD83D\uDE00 and\tSons", null);
    assertThat(Papers.text(Papers.original(story -> story.attorney(odd).draftInvoice().sent())))
        .contains("Mahlangu □ and Sons");
  }

  @Test
  void erasedPeopleAreErasedOnPaper() {
    try (Log log = new Log()) {
      new Samples(log).draftInvoice().sent();
      log.erase(DataSubjects.client(Samples.FILE)).erase(DataSubjects.wording(Samples.FILE));
      String text =
          Papers.text(new PdfRenderer().render(Papers.document(log, PdfKind.ORIGINAL)).content());
      assertThat(text)
          .contains("Client [erased]", "12/08/2024 [erased]", "Total including VAT R 31 625,00")
          .doesNotContain("Ntombi", "Mokoena", "Consultation");
    }
  }

  @Test
  void theFirstRequestSettlesWhatThePaperSays() {
    try (Log log = new Log()) {
      new Samples(log).draftInvoice().requestDraftPdf();
      InvoiceDocument before = Papers.document(log, PdfKind.DRAFT);
      log.append(
          Samples.INVOICE,
          new InvoiceDraftUpdated(
              Samples.INVOICE,
              log.seal(
                  Samples.TENANT,
                  DataSubjects.wording(Samples.FILE),
                  (Object) new Wording("New", null, null, List.of())),
              List.of(),
              before.totals(),
              new PaymentTerm("CUSTOM", 1),
              before.invoiceDate(),
              false,
              before.dueDate()),
          new InvoicePdfRequested(Samples.INVOICE, PdfKind.DRAFT, 1));
      assertThat(Papers.document(log, PdfKind.DRAFT)).isEqualTo(before);
    }
  }

  @Test
  void fileSaysWhatItIs() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(Papers.original(story -> story.draftInvoice().sent()))) {
      PDDocumentInformation information = pdf.getDocumentInformation();
      assertThat(information.getTitle()).isEqualTo("Tax Invoice INV-2024-0001");
      assertThat(information.getAuthor()).isEqualTo("Adv Thandeka Ḽuvhengo SC");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-ZA");
      Calendar made = information.getCreationDate();
      made.setTimeZone(TimeZone.getTimeZone("UTC"));
      assertThat(made.toInstant()).isEqualTo("2024-09-01T08:15:30Z");
    }
  }
}
