package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.batch.InvoiceBatchCommands.RequestInvoiceBatch;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateFixedFeeInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateMatterInvoice;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.ProFormaCommands.ConvertProFormaToMatter;
import za.lexohub.messages.ratecard.RateCardCommands.AddRateCard;
import za.lexohub.messages.work.WorkItemId;

/** What is invoiced, converted and priced over HTTP becomes the command that was meant. */
class BillingCommandsTest extends EdgeTest {
  private static final UUID MATTER = UUID.randomUUID();
  private static final UUID ITEM = UUID.randomUUID();

  private Reply create(String path, String body) {
    return post("/api/v1/" + path).as("thandi").freshKey().json(body).send();
  }

  private Object command() {
    return gateway.only().getPayload();
  }

  @Test
  void workIsBilledUpToTodayAsAnInterimInvoiceUnlessSaidOtherwise() {
    Reply reply =
        create("invoices", "{\"source\": \"MATTER_WIP\", \"matterId\": \"" + MATTER + "\"}");

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    GenerateMatterInvoice command = (GenerateMatterInvoice) command();
    assertThat(reply.header("Location")).endsWith("/api/v1/invoices/" + command.invoiceId());
    assertThat(command.matterId()).isEqualTo(new MatterId(MATTER));
    assertThat(command.invoiceType()).isEqualTo(InvoiceType.INTERIM);
    assertThat(command.workItems()).isEmpty();
    assertThat(command.through()).isEqualTo(command.invoiceDate());
    assertThat(command.title()).isNull();
    assertThat(command.narrative()).isNull();
  }

  @Test
  void chosenWorkIsBilledOnceEachAndItsWordsAreSealed() {
    Reply reply =
        create(
            "invoices",
            """
            {"source": "MATTER_WIP", "matterId": "%s", "invoiceType": "FINAL",
             "workItems": ["%s", "%s"], "through": "2026-01-31", "title": "Mrs Dlamini",
             "narrative": "Mrs Dlamini's trust deed"}
            """
                .formatted(MATTER, ITEM, ITEM));

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    GenerateMatterInvoice command = (GenerateMatterInvoice) command();
    assertThat(command.invoiceType()).isEqualTo(InvoiceType.FINAL);
    assertThat(command.workItems()).isEqualTo(List.of(new WorkItemId(ITEM)));
    assertThat(command.through()).isEqualTo("2026-01-31");
    assertThat(command.toString()).doesNotContain("Dlamini").contains("ciphertext=sealed");
  }

  @Test
  void aNarrativeOfBlanksIsRefusedBeforeItIsSealed() {
    Reply reply =
        create(
            "invoices",
            """
            {"source": "MATTER_WIP", "matterId": "%s", "narrative": "          x"}
            """
                .formatted(MATTER));

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid-input");
  }

  @Test
  void anAgreedFeeIsCharged() {
    Reply reply =
        create(
            "invoices",
            """
            {"source": "FIXED_FEE", "matterId": "%s", "invoiceType": "MILESTONE",
             "title": "Dlamini v Transit", "lines": [{"kind": "FEE", "description": "Heads",
             "quantity": 1, "rate": {"amount": 2500000, "currency": "ZAR"}}]}
            """
                .formatted(MATTER));

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    GenerateFixedFeeInvoice command = (GenerateFixedFeeInvoice) command();
    assertThat(command.invoiceType()).isEqualTo(InvoiceType.MILESTONE);
    assertThat(command.lines())
        .singleElement()
        .returns(Money.cents(2_500_000), line -> line.rate());
  }

  @Test
  void aLineWithNeitherRateNorCardIsRefused() {
    Reply reply =
        create(
            "invoices",
            """
            {"source": "FIXED_FEE", "matterId": "%s", "title": "Dlamini v Transit",
             "lines": [{"kind": "FEE", "description": "Heads", "quantity": 1}]}
            """
                .formatted(MATTER));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointer()).isEqualTo("/lines/0/rate");
  }

  @Test
  void anInvoiceOfNoKnownSourceIsRefused() {
    assertThat(create("invoices", "{\"source\": \"PRO_FORMA\"}").pointer()).isEqualTo("/source");
    assertThat(create("invoices", "{}").pointer()).isEqualTo("/source");
  }

  @Test
  void aBatchNamesWhatIsToBeInvoiced() {
    UUID proForma = UUID.randomUUID();
    Reply reply =
        create(
            "invoices/batch",
            "{\"proFormaIds\": [\"%s\"], \"matterIds\": [\"%s\"]}".formatted(proForma, MATTER));

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    RequestInvoiceBatch command = (RequestInvoiceBatch) command();
    assertThat(reply.header("Location")).endsWith("/api/v1/invoice-batches/" + command.batchId());
    assertThat(command.proFormas()).singleElement().returns(proForma, id -> id.value());
    assertThat(command.matters()).containsExactly(new MatterId(MATTER));
  }

  @Test
  void aBatchOfNothingIsRefused() {
    assertThat(create("invoices/batch", "{}").code()).isEqualTo("invalid-input");
  }

  @Test
  void aConversionAnswersWithTheMatterThatItMakes() {
    UUID proForma = UUID.randomUUID();
    Reply reply =
        post("/api/v1/pro-formas/" + proForma + "/convert-to-matter")
            .as("thandi")
            .freshKey()
            .ifMatch("\"v3\"")
            .json("{}")
            .send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    ConvertProFormaToMatter command = (ConvertProFormaToMatter) command();
    assertThat(command.proFormaId().value()).isEqualTo(proForma);
    assertThat(reply.json().path("itemId").asString("")).isEqualTo(command.matterId().toString());
  }

  @Test
  void aRateCardIsAddedWithItsNameSealed() {
    Reply reply =
        create(
            "rate-cards",
            """
            {"name": "Mrs Dlamini's rate", "category": "CONSULTATION", "pricing": "HOURLY",
             "rate": {"amount": 350000, "currency": "ZAR"}}
            """);

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    AddRateCard command = (AddRateCard) command();
    assertThat(reply.header("Location")).endsWith("/api/v1/rate-cards/" + command.rateCardId());
    assertThat(command.rate()).isEqualTo(Money.cents(350_000));
    assertThat(command.toString()).doesNotContain("Dlamini");
  }

  @Test
  void aRateBeyondItsOwnBoundsIsRefused() {
    Reply reply =
        create(
            "rate-cards",
            """
            {"name": "Consultation", "category": "CONSULTATION", "pricing": "HOURLY",
             "rate": {"amount": 350000, "currency": "ZAR"},
             "maximum": {"amount": 349999, "currency": "ZAR"}}
            """);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid-input");
  }
}
