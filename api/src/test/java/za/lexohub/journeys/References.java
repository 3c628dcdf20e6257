package za.lexohub.journeys;

import java.util.List;
import java.util.Set;

/** Every id that a body may name, and what comes of one that is somebody else's. */
final class References {

  static final String CENTS = "\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}";
  private static final String BECAUSE = "\"reason\": \"a good one\"";
  private static final String LINE =
      "{\"kind\": \"FEE\", \"description\": \"Opinion\", \"quantity\": 1, \"rateCardId\":"
          + " \"{their rate-cards}\"}";
  static final String PARTIES =
      "\"matterType\": \"Opinion\", \"client\": {\"name\": \"N Dlamini\"}, \"attorney\": {\"name\":"
          + " \"S Khumalo\", \"email\": \"sipho@khumalo.example\", \"address\": \"1 Fox Street\"},";
  private static final String UPLOAD =
      "{\"name\": \"Brief\", \"type\": \"BRIEF\", \"mediaType\": \"application/pdf\", \"size\": 5,"
          + " \"sha256\": \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\","
          + " \"previous\": \"{their attachments}\"}";

  /** Chosen by the caller, or of the same aggregate as the address. */
  static final Set<String> NONE =
      Set.of(
          "invoices/{id}/payments paymentId",
          "receipts/{id}/allocate paymentId",
          "retainers/{id}/draw-down paymentId");

  /**
   * @param names the ids of somebody else that stand in the body
   * @param code of the problem, or the status where nothing is refused
   */
  record Row(String address, String names, String body, String code) {}

  static final List<Row> ROWS =
      List.of(
          new Row(
              "agreements",
              "matterId",
              "{\"matterId\": \"{their matters}\", %s}".formatted(agreement()),
              "not-found"),
          new Row(
              "agreements",
              "proFormaId",
              "{\"proFormaId\": \"{their pro-formas}\", %s}".formatted(agreement()),
              "not-found"),
          new Row(
              "agreements/{id}/sign-on-paper",
              "scan",
              "{\"name\": \"N Dlamini\", \"signedOn\": \"2026-01-05\", \"scan\":"
                  + " \"{their attachments}\"}",
              "invalid-input"),
          new Row(
              "invoices",
              "matterId",
              "{\"source\": \"MATTER_WIP\", \"matterId\": \"{their matters}\"}",
              "not-found"),
          new Row(
              "invoices",
              "workItems",
              "{\"source\": \"MATTER_WIP\", \"matterId\": \"{own matters}\","
                  + " \"workItems\": [\"{their {workItemId}}\"]}",
              "work-item-unknown"),
          new Row(
              "invoices",
              "lines/rateCardId",
              "{\"source\": \"FIXED_FEE\", \"matterId\": \"{own matters}\", \"title\": \"Opinion\","
                  + " \"lines\": [%s]}".formatted(LINE),
              "invalid-input"),
          new Row(
              "invoices/batch",
              "matterIds proFormaIds",
              "{\"matterIds\": [\"{their matters}\"], \"proFormaIds\": [\"{their pro-formas}\"]}",
              "201"),
          new Row(
              "invoices/{id}/update",
              "lines/rateCardId",
              "{\"title\": \"Opinion\", \"lines\": [%s]}".formatted(LINE),
              "invalid-input"),
          new Row("invoices/{id}/attachments", "previous", UPLOAD, "not-found"),
          new Row("matters/{id}/attachments", "previous", UPLOAD, "not-found"),
          new Row(
              "invoices/{id}/credit-notes",
              "disputeId",
              "{\"kind\": \"CREDIT\", %s, \"category\": \"CLIENT_DISPUTE\", %s,"
                      .formatted(CENTS, BECAUSE)
                  + " \"disputeId\": \"{their disputes}\"}",
              "not-found"),
          new Row(
              "invoices/{id}/request-receipt",
              "paymentId",
              "{\"paymentId\": \"{their {paymentId}}\"}",
              "payment-unknown"),
          new Row(
              "matters/{id}/scope-amendments",
              "agreementId",
              "{\"type\": \"SCOPE_INCREASE\", %s, \"originalEstimate\": {\"amount\": 100,"
                      .formatted(BECAUSE)
                  + " \"currency\": \"ZAR\"}, \"newEstimate\": {\"amount\": 200, \"currency\":"
                  + " \"ZAR\"}, \"agreementId\": \"{their agreements}\"}",
              "not-found"),
          new Row(
              "notifications/mark-read", "ids", "{\"ids\": [\"{their notifications}\"]}", "200"),
          new Row(
              "pro-formas",
              "lines/rateCardId",
              "{\"kind\": \"DRAFT\", %s \"title\": \"Opinion\", \"lines\": [%s]}"
                  .formatted(PARTIES, LINE),
              "invalid-input"),
          new Row(
              "pro-formas",
              "matterId",
              "{\"kind\": \"DRAFT\", \"matterId\": \"{their matters}\", \"title\": \"Opinion\","
                  + PARTIES
                  + " \"lines\": [{\"kind\": \"FEE\", \"description\": \"Opinion\", \"quantity\":"
                  + " 1, \"rate\": {\"amount\": 100, \"currency\": \"ZAR\"}}]}",
              "not-found"),
          new Row(
              "pro-formas/{id}/draft",
              "matterId",
              "{\"matterId\": \"{their matters}\", \"title\": \"Opinion\", \"lines\": [{\"kind\":"
                  + " \"FEE\", \"description\": \"Opinion\", \"quantity\": 1, \"rate\":"
                  + " {\"amount\": 100, \"currency\": \"ZAR\"}}]}",
              "not-found"),
          new Row(
              "pro-formas/{id}/draft",
              "lines/rateCardId",
              "{\"title\": \"Opinion\", \"lines\": [%s]}".formatted(LINE),
              "invalid-input"),
          new Row(
              "pro-formas/{id}/revise",
              "lines/rateCardId",
              "{\"title\": \"Opinion\", \"validUntil\": \"2099-01-01\", \"lines\": [%s]}"
                  .formatted(LINE),
              "invalid-input"),
          new Row(
              "receipts",
              "matterId",
              "{%s, \"method\": \"EFT\", \"matterId\": \"{their matters}\", \"reference\": \"who\"}"
                  .formatted(CENTS),
              "not-found"),
          new Row(
              "receipts/{id}/allocate",
              "invoiceId",
              "{%s, \"invoiceId\": \"{their invoices}\"}".formatted(CENTS),
              "not-found"),
          new Row(
              "retainers/{id}/deposit",
              "matterId",
              "{%s, \"method\": \"EFT\", \"matterId\": \"{their matters}\", \"reference\": \"who\"}"
                  .formatted(CENTS),
              "retainer-of-other-matter"),
          new Row(
              "retainers/{id}/refund",
              "matterId",
              "{%s, \"matterId\": \"{their matters}\", %s}".formatted(CENTS, BECAUSE),
              "retainer-of-other-matter"),
          new Row(
              "retainers/{id}/cancel",
              "matterId",
              "{\"matterId\": \"{their matters}\", %s}".formatted(BECAUSE),
              "retainer-of-other-matter"),
          new Row(
              "retainers/{id}/draw-down",
              "invoiceId",
              "{%s, \"invoiceId\": \"{their invoices}\"}".formatted(CENTS),
              "not-found"),
          new Row(
              "retainers/{id}/reverse-drawdown",
              "matterId paymentId",
              "{\"matterId\": \"{their matters}\", \"paymentId\": \"{their {paymentId}}\", %s}"
                  .formatted(BECAUSE),
              "drawdown-unknown"),
          new Row(
              "trust-account/receive",
              "matterId",
              "{%s, \"method\": \"EFT\", \"matterId\": \"{their matters}\"}".formatted(CENTS),
              "not-found"),
          new Row(
              "trust-account/transfer",
              "matterId",
              "{%s, \"authorization\": \"FEE_EARNED\", \"matterId\": \"{their matters}\", %s}"
                  .formatted(CENTS, BECAUSE),
              "trust-balance-too-low"),
          new Row(
              "trust-account/transfer",
              "invoiceId",
              "{%s, \"authorization\": \"INVOICE_PAYMENT\", \"matterId\": \"{own matters}\","
                      .formatted(CENTS)
                  + " \"invoiceId\": \"{their invoices}\", %s}".formatted(BECAUSE),
              "not-found"),
          new Row(
              "trust-account/refund",
              "matterId",
              "{%s, \"matterId\": \"{their matters}\", %s}".formatted(CENTS, BECAUSE),
              "trust-balance-too-low"),
          new Row(
              "trust-account/reverse-transfer",
              "matterId entryId",
              "{\"matterId\": \"{their matters}\", \"entryId\": \"{their {paymentId}}\", %s}"
                  .formatted(BECAUSE),
              "drawdown-unknown"));

  static String agreement() {
    return "\"client\": {\"name\": \"N Dlamini\", \"email\": \"client@dlamini.example\"},"
        + " \"terms\": \"Sixty days\", \"scope\": \"Opinion\", \"fees\": \"By the hour\"";
  }

  private References() {}
}
