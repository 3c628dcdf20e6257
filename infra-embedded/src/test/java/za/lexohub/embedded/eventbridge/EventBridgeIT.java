package za.lexohub.embedded.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import za.lexohub.embedded.TestParts;

class EventBridgeIT {

  private final EventBridgePart server = TestParts.eventBridge();
  private final String secret = property("lexohub.aws.secret-access-key");
  private final EventBridgeClient client = client(secret, Region.AF_SOUTH_1);

  @AfterEach
  void leaveNothingBehind() {
    server.forget();
    server.throttleNext(0);
    server.failNextEntries(0, "");
    client.close();
  }

  @Test
  void an_accepted_entry_is_remembered_as_it_was_sent() throws Exception {
    Instant time = Instant.parse("2024-10-31T08:00:00Z");
    String proForma = UUID.randomUUID().toString();

    PutEventsResponse response =
        client.putEvents(
            put ->
                put.entries(
                    entry(proForma)
                        .time(time)
                        .eventBusName("lexohub")
                        .resources("urn:proforma:1")
                        .build()));

    assertThat(response.failedEntryCount()).isZero();
    assertThat(server.accepted())
        .containsExactly(
            new AcceptedEvent(
                response.entries().getFirst().eventId(),
                "lexohub",
                "lexohub.billing",
                "ProFormaAccepted",
                "{\"proFormaId\":\"" + proForma + "\"}",
                time,
                List.of("urn:proforma:1")));
    assertThat(overHttp()).contains("\"detail\":{\"proFormaId\":\"" + proForma + "\"}");
  }

  @Test
  void another_secret_is_refused() {
    try (EventBridgeClient forger = client("another", Region.AF_SOUTH_1)) {
      assertRefused(forger, "InvalidSignatureException", entry("1").build());
    }
  }

  @Test
  void another_region_is_refused() {
    try (EventBridgeClient lost = client(secret, Region.EU_WEST_1)) {
      assertRefused(lost, "InvalidSignatureException", entry("1").build());
    }
  }

  @Test
  void a_request_without_a_signature_is_refused() throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.endpoint()))
                    .header("X-Amz-Target", "AWSEvents.PutEvents")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"Entries\":[]}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("MissingAuthenticationTokenException");
  }

  @Test
  void another_operation_is_refused() {
    assertThatThrownBy(() -> client.listRules(request -> {}))
        .hasMessageContaining("Only AWSEvents.PutEvents");
  }

  @Test
  void ten_entries_are_taken_and_eleven_are_not() {
    PutEventsRequestEntry[] eleven =
        IntStream.range(0, 11)
            .mapToObj(number -> entry("" + number).build())
            .toArray(PutEventsRequestEntry[]::new);

    assertRefused(client, "ValidationException", eleven);
    client.putEvents(put -> put.entries(List.of(eleven).subList(0, 10)));

    assertThat(server.accepted()).hasSize(10);
  }

  @Test
  void more_than_256_kilobytes_are_refused() {
    assertRefused(client, "ValidationException", entry("x".repeat(256 * 1024)).build());
  }

  @Test
  void an_entry_without_a_source_or_with_a_broken_detail_fails_alone() {
    PutEventsResponse response =
        client.putEvents(
            put ->
                put.entries(
                    entry("1").source(null).build(),
                    entry("2").detail("{broken").build(),
                    entry("3").build()));

    assertThat(response.failedEntryCount()).isEqualTo(2);
    assertThat(response.entries())
        .extracting("errorCode")
        .containsExactly("InvalidArgument", "MalformedDetail", null);
    assertThat(server.accepted()).hasSize(1);
  }

  @Test
  void entries_can_be_made_to_fail() {
    server.failNextEntries(1, "InternalFailure");

    PutEventsResponse response =
        client.putEvents(put -> put.entries(entry("1").build(), entry("2").build()));

    assertThat(response.failedEntryCount()).isEqualTo(1);
    assertThat(response.entries()).extracting("errorCode").containsExactly("InternalFailure", null);
  }

  @Test
  void a_client_that_is_throttled_once_gets_through() {
    server.throttleNext(1);

    client.putEvents(put -> put.entries(entry("1").build()));

    assertThat(server.accepted()).hasSize(1);
  }

  private void assertRefused(
      EventBridgeClient caller, String code, PutEventsRequestEntry... entries) {
    assertThatThrownBy(() -> caller.putEvents(put -> put.entries(entries)))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    assertThat(server.accepted()).isEmpty();
  }

  private String overHttp() throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.endpoint() + "/accepted")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static PutEventsRequestEntry.Builder entry(String proForma) {
    return PutEventsRequestEntry.builder()
        .source("lexohub.billing")
        .detailType("ProFormaAccepted")
        .detail("{\"proFormaId\":\"" + proForma + "\"}");
  }

  private EventBridgeClient client(String withSecret, Region region) {
    return EventBridgeClient.builder()
        .endpointOverride(URI.create(server.endpoint()))
        .region(region)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(property("lexohub.aws.access-key-id"), withSecret)))
        .build();
  }

  private static String property(String name) {
    return TestParts.properties().get(name);
  }
}
