package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.lexohub.messages.MetadataKeys;

/** What a person types may tell about people, and the log keeps it for good. */
class SealedWordsTest extends EdgeTest {
  private static final String WORDS = "Mrs Dlamini is ill";

  @ParameterizedTest
  @CsvSource({
    "matters/{id}/put-on-hold, reason, ''",
    "matters/{id}/archive, reason, ''",
    "matters/{id}/erase-personal-data, reason, ''",
    "matters/{id}/place-legal-hold, reason, ''",
    "pro-formas/{id}/release-legal-hold, reason, ''",
    "pro-formas/{id}/cancel-erasure, reason, ''",
    "pro-formas/{id}/reject, reason, ''",
    "pro-formas/{id}/withdraw, reason, ''",
    "pro-formas/{id}/decline, reason, ''",
    "pro-formas/{id}/request-changes, note, ''",
    "invoices/{id}/discount, reason, '\"discount\": {\"amount\": 5, \"currency\": \"ZAR\"}, '",
    "invoices/{id}/discard, reason, ''",
    "invoices/{id}/void, reason, ''",
    "invoices/{id}/payments/{id}/reverse, reason, ''",
    "invoices/{id}/payments, reference, "
        + "'\"amount\": {\"amount\": 5, \"currency\": \"ZAR\"}, \"method\": \"EFT\", '",
    "invoices/{id}/payments/{id}/reconcile, bankReference, ''",
    "invoices/{id}/write-off, reason, '\"amount\": {\"amount\": 5, \"currency\": \"ZAR\"}, '",
    "credit-notes/{id}/cancel, reason, ''",
    "disputes/{id}/answer, response, ''",
    "disputes/{id}/escalate, reason, ''",
    "disputes/{id}/withdraw, reason, ''",
    "disputes/{id}/resolve, notes, '\"resolution\": \"SETTLED\", '",
    "receipts/{id}/refund, reason, '\"amount\": {\"amount\": 5, \"currency\": \"ZAR\"}, '",
    "matters/{id}/decline, reason, ''",
    "matters/{id}/reopen, reason, ''",
    "matters/{id}/complete-conflict-check, notes, '\"cleared\": false, '",
    "matters/{id}/override-conflict, reason, ''",
    "matters/{id}/mark-ready-to-bill, notes, ''",
    "matters/{id}/approve-billing, notes, ''",
    "matters/{id}/reject-billing, reason, ''",
    "matters/{id}/work-items/{id}/amend-time, description, '\"minutes\": 6, '",
    "matters/{id}/work-items/{id}/amend-service, description, '\"category\": \"OTHER\","
        + " \"quantity\": 1, \"rate\": {\"amount\": 5, \"currency\": \"ZAR\"}, '",
    "matters/{id}/work-items/{id}/amend-disbursement, description, '\"type\": \"OTHER\","
        + " \"cost\": {\"amount\": 5, \"currency\": \"ZAR\"}, '",
    "matters/{id}/work-items/{id}/correct-vat, reason, '\"vatTreatment\": \"EXEMPT\", '",
    "matters/{id}/work-items/{id}/remove, reason, ''",
    "matters/{id}/work-items/{id}/write-off, reason, ''",
    "pro-formas/{id}/reverse-conversion, reason, ''",
    "invoices/{id}/acknowledge-debt, note, ''",
    "agreements/{id}/cancel, reason, ''",
    "scope-amendments/{id}/reject, reason, ''",
  })
  void theWordsOfABodyReachTheLogOnlySealed(String path, String field, String rest) {
    String address = "/api/v1/" + path.replace("{id}", UUID.randomUUID().toString());
    String body = "{" + rest + "\"" + field + "\": \"" + WORDS + "\"}";

    Reply reply = post(address).as("thandi").freshKey().ifMatch("\"v3\"").json(body).send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(gateway.only().getPayload().toString())
        .doesNotContain("Dlamini")
        .contains("ciphertext=sealed");
    assertThat(gateway.only().getMetaData()).doesNotContainKey(MetadataKeys.REASON);
  }
}
