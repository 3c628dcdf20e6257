package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A WebSocket is told every change of its practice, from the moment it asks to be let in. */
class WebSocketIT {

  private static final String WEBSOCKET = "/api/v1/websocket/";

  private final Stage stage = Stage.shared();
  private final NewPractice practice = new NewPractice(stage);
  private final Caller advocate = practice.as("advocate-senior");
  private final Story story = new Story(advocate, stage.attorney());
  private final OpenSockets sockets = OpenSockets.shared();
  private final String id = UUID.randomUUID().toString();

  @AfterEach
  void close() {
    ask("disconnect", "");
    sockets.close(id);
  }

  @Test
  void nothingIsMissedOfWhatHappensWhileItIsOpened() {
    // Let in, and not there yet: whoever posts to it is told that it is gone.
    ask("connect", "").expect(200);
    String first = story.matter();
    sockets.open(id);
    String second = story.matter();
    String third = story.matter();

    hears(third);

    assertThat(sockets.told(id).getFirst().path("event").asString()).isEqualTo("hello");
    assertThat(changed()).contains(first, second);
    assertThat(positions(changes()))
        .isEqualTo(recorded(sockets.told(id).getFirst().at("/data/position").asLong()));
  }

  @Test
  void aClientThatComesBackIsToldWhatItMissedAndThenWhatIsNew() {
    sockets.open(id);
    ask("connect", "").expect(200);
    String known = story.matter();
    hears(known);
    long seen = positions(changes()).getLast();
    ask("disconnect", "").expect(200);
    String missed = story.matter();
    sockets.open(id);
    ask("connect", "").expect(200);
    ask("message", "{\"action\":\"resume\",\"after\":%d}".formatted(seen)).expect(200);
    String fresh = story.matter();

    hears(fresh);

    int resumed = indexOfHello(seen);
    assertThat(resumed).as("it hears from where it is told").isNotNegative();
    List<JsonNode> after = sockets.told(id).subList(resumed + 1, sockets.told(id).size());
    assertThat(after).extracting(it -> it.path("event").asString()).containsOnly("change");
    assertThat(positions(after)).isEqualTo(recorded(seen));
    assertThat(after.getFirst().at("/data/aggregateId").asString()).isNotEqualTo(known);
    assertThat(changed()).contains(missed);
  }

  /** Waits until it was told of that matter, and all that has happened by then. */
  private void hears(String matter) {
    await()
        .atMost(Story.PATIENCE)
        .until(
            () ->
                changed().contains(matter)
                    && positions(changes()).getLast().equals(recorded(0).getLast()));
  }

  private int indexOfHello(long position) {
    List<JsonNode> told = sockets.told(id);
    for (int i = told.size() - 1; i >= 0; i--) {
      if (told.get(i).path("event").asString().equals("hello")
          && told.get(i).at("/data/position").asLong() == position) {
        return i;
      }
    }
    return -1;
  }

  private List<String> changed() {
    return changes().stream().map(it -> it.at("/data/aggregateId").asString()).toList();
  }

  /** Each once, in the order in which they came first: a change may be told twice. */
  private static List<Long> positions(List<JsonNode> told) {
    return told.stream().map(it -> it.at("/data/position").asLong()).distinct().toList();
  }

  private List<JsonNode> changes() {
    return sockets.told(id).stream()
        .filter(it -> it.path("event").asString().equals("change"))
        .toList();
  }

  private List<Long> recorded(long after) {
    return Sql.column(
            "select position from event_log where tenant_id = ? and position > ? order by position",
            practice.tenant(),
            after)
        .stream()
        .map(Long::valueOf)
        .toList();
  }

  /** As API Gateway asks, with the token that the client brought. */
  private Answer ask(String what, String body) {
    Map<String, String> headers =
        Map.of("x-connection-id", id, "x-lexohub-websocket", OpenSockets.SECRET);
    return advocate.send("POST", WEBSOCKET + what, headers, Unmoved.bytes(body));
  }
}
