package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
record Answer(HttpResponse<byte[]> response) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  int status() {
    return response.statusCode();
  }

  /** Fails the test, with the problem, when the status is another. */
  Answer expect(int status) {
    assertThat(status()).as("%s answered %s", response.request(), text()).isEqualTo(status);
    return this;
  }

  /** Fails the test unless it is a problem of that status and code. */
  Answer refused(int status, String code) {
    expect(status);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(json().path("code").asString()).as(text()).isEqualTo(code);
    return this;
  }

  /** Nothing was decided: the same request may have an answer later. */
  boolean asksToComeAgain() {
    return (status() == 503 || status() == 409) && !header("Retry-After").isEmpty();
  }

  String text() {
    return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    return response.body();
  }

  JsonNode json() {
    return JSON.readTree(response.body());
  }

  /** A field at a JSON pointer, as text. */
  String at(String pointer) {
    JsonNode node = json().at(pointer);
    assertThat(node.isMissingNode()).as("%s in %s", pointer, text()).isFalse();
    return node.asString();
  }

  long number(String pointer) {
    return json().at(pointer).asLong();
  }

  String id() {
    return at("/id");
  }

  String etag() {
    return header("ETag");
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
