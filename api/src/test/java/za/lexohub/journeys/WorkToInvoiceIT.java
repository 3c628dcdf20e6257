package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * {@code domain.md} 17, scenarios 9 and 11: work becomes an invoice, is free again when that is
 * void, and is billed once; one final invoice per matter; credit notes stay within the balance.
 */
class WorkToInvoiceIT {
  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Story story = new Story(thandi, stage.attorney());

  @Test
  void workIsBilledOnceAndFreedWhenItsInvoiceIsVoid() {
    String matter =
        "/api/v1/matters/" + thandi.post("/api/v1/matters", story.form()).expect(201).id();
    thandi
        .post(
            matter + "/time-entries",
            """
            {"minutes": 90, "rate": {"amount": 200000, "currency": "ZAR"},
             "description": "Consultation with the client"}
            """)
        .expect(201);
    thandi
        .post(
            matter + "/disbursements",
            """
            {"type": "COURIER", "cost": {"amount": 100000, "currency": "ZAR"},
             "description": "Courier to the registrar"}
            """)
        .expect(201);
    thandi.command(matter, "mark-ready-to-bill", "{}").expect(200);

    String first = invoiced(matter, "INTERIM");
    assertThat(thandi.get(Story.invoice(first)).expect(200).number("/totals/total/amount"))
        .as("90 minutes at R 2 000 and R 1 000 laid out, with VAT")
        .isEqualTo(460_000);
    refusedAs(matter, "INTERIM", "nothing-to-bill");
    story.sendInvoice(first, "{}");
    creditIsBounded(first);
    String second = afterVoid(matter);
    assertThat(thandi.get(Story.invoice(second)).expect(200).at("/invoiceType")).isEqualTo("FINAL");
    thandi
        .post(
            matter + "/time-entries",
            """
            {"minutes": 60, "rate": {"amount": 200000, "currency": "ZAR"},
             "description": "Reading the judgment"}
            """)
        .expect(201);
    refusedAs(matter, "FINAL", "final-invoice-exists");
    assertThat(thandi.get(Story.invoice(invoiced(matter, "INTERIM"))).at("/invoiceType"))
        .as("what came later is billed all the same")
        .isEqualTo("INTERIM");
  }

  /** Credited in full, it owes nothing; an invoice with credits is not voided any more. */
  private void creditIsBounded(String invoice) {
    String notes = Story.invoice(invoice) + "/credit-notes";
    assertThat(thandi.post(notes, note(460_001)).json().path("code").asString())
        .isEqualTo("amount-exceeds-balance");
    String note = thandi.post(notes, note(60_000)).expect(201).id();
    thandi.command("/api/v1/credit-notes/" + note, "issue", "{}").expect(200);
    Answer credited = thandi.get(Story.invoice(invoice)).expect(200);
    assertThat(credited.number("/balance/amount")).isEqualTo(400_000);
    assertThat(thandi.get("/api/v1/credit-notes/" + note).expect(200).at("/noteNumber"))
        .matches("CN-\\d{4}-\\d{4,}");
    thandi
        .command(Story.invoice(invoice), "void", "{\"reason\": \"a wrong tariff\"}")
        .refused(409, "invoice-has-credits");
  }

  private String afterVoid(String matter) {
    thandi
        .post(
            matter + "/time-entries",
            """
            {"minutes": 30, "rate": {"amount": 200000, "currency": "ZAR"},
             "description": "Settling the order"}
            """)
        .expect(201);
    String wrong = invoiced(matter, "FINAL");
    story.sendInvoice(wrong, "{}");
    thandi.command(Story.invoice(wrong), "void", "{\"reason\": \"a wrong tariff\"}").expect(200);
    return invoiced(matter, "FINAL");
  }

  private String invoiced(String matter, String type) {
    return thandi.post("/api/v1/invoices", ofWork(matter, type)).expect(201).id();
  }

  private void refusedAs(String matter, String type, String code) {
    thandi.post("/api/v1/invoices", ofWork(matter, type)).refused(409, code);
  }

  private static String ofWork(String matter, String type) {
    return """
    {"source": "MATTER_WIP", "matterId": "%s", "invoiceType": "%s"}
    """
        .formatted(matter.replaceFirst(".*/", ""), type);
  }

  private static String note(long cents) {
    return """
    {"kind": "CREDIT", "amount": {"amount": %d, "currency": "ZAR"},
     "category": "BILLING_ERROR", "reason": "One consultation too many"}
    """
        .formatted(cents);
  }
}
