package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.party.DataSubjects;

/** An attorney learns nothing of files that were not granted, also not that they were erased. */
class AttorneyEdgeTest extends EdgeTest {
  private final UUID id = UUID.randomUUID();
  @Autowired ForgettingVault vault;

  @AfterEach
  void remember() {
    vault.erased.clear();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invoices/{id}/dispute | {\"type\": \"OTHER\", \"reason\": \"too much\","
            + " \"disputedAmount\": {\"amount\": 5, \"currency\": \"ZAR\"}}",
        "pro-formas/{id}/decline | {\"reason\": \"too much\"}",
        "pro-formas/{id}/request-changes | {\"note\": \"too much\"}",
      })
  void whatWasErasedAnswersAsWhatNeverWas(String path, String body) {
    vault.erased.add(DataSubjects.wording(id));
    Reply erased = asked(path, id, body);
    gateway.refusal = new NotFound("what this attorney asks for");
    Reply unknown = asked(path, UUID.randomUUID(), body);

    assertThat(erased.status()).as(erased.text()).isEqualTo(404);
    assertThat(unknown.status()).as(unknown.text()).isEqualTo(404);
    for (String field : new String[] {"code", "type", "title", "detail"}) {
      assertThat(erased.json().path(field)).isEqualTo(unknown.json().path(field));
    }
  }

  private Reply asked(String path, UUID file, String body) {
    return post("/api/v1/attorney/" + path.replace("{id}", file.toString()))
        .as("naledi")
        .freshKey()
        .ifMatch("\"v3\"")
        .json(body)
        .send();
  }
}
