package za.lexohub.api.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import za.lexohub.query.live.EveryChange;
import za.lexohub.sessions.Connection;
import za.lexohub.sessions.ConnectionGateway.Delivery;
import za.lexohub.sessions.Resume;
import za.lexohub.sessions.SessionKey;

/** Who has just come, or comes back, misses nothing and hears everything in its order. */
class LatecomersTest {

  private static final String HELLO = "{\"event\":\"hello\",\"data\":{\"position\":%d}}";

  private final MovingClock clock = new MovingClock();
  private final EndedSessions sessions = new EndedSessions();
  private final Log log = new Log();
  private final Posts posts = new Posts(clock);
  private final KnownConnections connections = new KnownConnections();
  private final FanOut fanOut = node();

  private FanOut node() {
    return new FanOut(log, connections, new SocketSessions(sessions, clock), posts, clock);
  }

  @Test
  void whatHappensBeforeAnybodyFindsTheNewConnectionIsToldItAllTheSame() {
    open("old");
    fanOut.round();
    happens("InvoiceSent");
    connections.unlisted.add("new");
    resume("new", 1);
    happens("InvoicePaid");
    fanOut.round();
    happens("InvoiceViewed");
    open("new");
    fanOut.round();
    happens("MatterOpened");
    fanOut.round();

    assertThat(types("new")).containsExactly("InvoicePaid", "InvoiceViewed", "MatterOpened");
    assertThat(posts.to("new").getFirst()).isEqualTo(HELLO.formatted(1));
    assertThat(connections.notes).as("until its list shows it").hasSize(1);

    connections.unlisted.clear();
    clock.passes(FanOut.KNOWN_FOR);
    fanOut.round();
    happens("MatterClosed");
    fanOut.round();

    assertThat(connections.notes).isEmpty();
    assertThat(types("new")).endsWith("MatterOpened", "MatterClosed").hasSize(4);
    assertThat(types("old")).hasSize(5);
  }

  @Test
  void whoComesBackIsToldWhatItMissedBeforeAnythingNewer() {
    for (int i = 0; i < 1200; i++) {
      happens("InvoiceSent");
      log.happens("cpt", "MatterOpened");
    }
    open("a");
    fanOut.round();
    resume("a", 2);
    fanOut.round();
    happens("InvoicePaid");
    Stream.generate(() -> 0).limit(4).forEach(any -> fanOut.round());

    assertThat(posts.to("a").getFirst()).isEqualTo(HELLO.formatted(2));
    assertThat(positions("a")).hasSize(1200).isSorted().doesNotHaveDuplicates();
    assertThat(types("a").getLast()).isEqualTo("InvoicePaid");
    assertThat(types("a")).doesNotContain("MatterOpened");
    assertThat(connections.notes).isEmpty();
  }

  @Test
  void whoIsSlowToTakeWhatItMissedStaysAndIsToldItAllInOrder() {
    for (int i = 0; i < 10; i++) {
      happens("InvoiceSent");
    }
    open("a");
    fanOut.round();
    posts.slow = "a";
    resume("a", 0);
    fanOut.round();
    assertThat(posts.to("a")).as("hello and what a round has time for").hasSize(4);

    fanOut.round();
    fanOut.round();

    assertThat(posts.to("a").getFirst()).isEqualTo(HELLO.formatted(0));
    assertThat(types("a")).hasSize(10).hasSize(posts.to("a").size() - 1);
    assertThat(positions("a")).isSorted().doesNotHaveDuplicates();
    assertThat(posts.closed).isEmpty();
    assertThat(connections.notes).isEmpty();
  }

  @Test
  void whoAskedForSomeTypesMissedThoseAlone() {
    happens("InvoiceSent");
    happens("InvoicePaid");
    fanOut.round();
    connections.open(
        new Connection(
            "a", "jhb", "thandi", null, Set.of("InvoicePaid"), FanOutTest.NOW.plusSeconds(60)));
    resume("a", 0);

    fanOut.round();

    assertThat(types("a")).containsExactly("InvoicePaid");
  }

  @Test
  void whoComesBackTooLateIsToldWhereToGoOnAndClosed() {
    log.offset = EveryChange.LONGEST_RESUME;
    happens("InvoiceSent");
    open("a");
    fanOut.round();
    resume("a", 0);

    fanOut.round();

    assertThat(posts.to("a"))
        .containsExactly(
            "{\"event\":\"bye\",\"data\":{\"reason\":\"resume-too-old\",\"position\":100001}}");
    assertThat(posts.closed).containsExactly("a");
    assertThat(connections.open).isEmpty();
    assertThat(connections.notes).isEmpty();
  }

  @Test
  void aConnectionThatTheGatewayIsStillOpeningIsWaitedFor() {
    open("a");
    happens("InvoiceSent");
    posts.answers.put("a", Delivery.GONE);
    resume("a", 0);
    fanOut.round();
    fanOut.round();
    assertThat(connections.open).containsOnlyKeys("a");

    posts.answers.clear();
    fanOut.round();

    assertThat(types("a")).containsExactly("InvoiceSent");
  }

  @Test
  void aConnectionThatNeverOpensIsForgotten() {
    open("a");
    fanOut.round();
    posts.answers.put("a", Delivery.GONE);
    resume("a", 0);
    resume("never", 0);
    fanOut.round();
    assertThat(connections.notes).hasSize(2);

    clock.passes(Latecomers.OPENS_WITHIN);
    fanOut.round();

    assertThat(connections.open).isEmpty();
    assertThat(connections.notes).isEmpty();
  }

  @Test
  void anotherNodeBeginsAgainWithWhoIsNotInTheListsYet() {
    connections.unlisted.add("a");
    fanOut.round();
    resume("a", 0);
    open("a");
    happens("InvoiceSent");
    fanOut.round();
    clock.passes(Duration.ofSeconds(1));
    happens("InvoicePaid");

    node().round();

    assertThat(types("a")).containsExactly("InvoiceSent", "InvoiceSent", "InvoicePaid");
    assertThat(connections.notes).hasSize(1);
  }

  @Test
  void ofSeveralNotesAboutOneConnectionTheLastCounts() {
    happens("InvoiceSent");
    happens("InvoicePaid");
    open("a");
    fanOut.round();
    resume("a", 2);
    clock.passes(Duration.ofSeconds(1));
    resume("a", 1);

    fanOut.round();

    assertThat(types("a")).containsExactly("InvoicePaid");
    assertThat(posts.to("a")).doesNotContain(HELLO.formatted(2));
    assertThat(connections.notes).isEmpty();
  }

  @Test
  void whileNotesCannotBeTakenAwayNobodyIsSaidHelloAgainAndTheOthersGoOn() {
    happens("InvoiceSent");
    happens("InvoicePaid");
    open("a");
    open("b");
    fanOut.round();
    connections.keepsNotes = true;
    resume("a", 2);
    clock.passes(Duration.ofSeconds(1));
    resume("a", 0);
    assertThat(fanOut.round()).isTrue();
    resume("b", 1);
    happens("MatterOpened");
    assertThat(fanOut.round()).isTrue();
    assertThat(fanOut.round()).isTrue();
    assertThat(connections.notes).hasSize(3);

    assertThat(posts.to("a")).filteredOn(it -> it.contains("hello")).hasSize(1);
    assertThat(types("a")).containsExactly("InvoiceSent", "InvoicePaid", "MatterOpened");
    assertThat(posts.to("b")).filteredOn(it -> it.contains("hello")).hasSize(1);
    assertThat(types("b")).containsExactly("InvoicePaid", "MatterOpened");

    connections.keepsNotes = false;
    fanOut.round();

    assertThat(connections.notes).isEmpty();
    assertThat(connections.removals).as("one call for all of a round").hasValue(1);
  }

  @Test
  void whoseSessionHasEndedIsToldNothingOfWhatItMissed() {
    happens("InvoiceSent");
    connections.open(
        new Connection("a", "jhb", "thandi", "stolen", Set.of(), FanOutTest.NOW.plusSeconds(60)));
    sessions.ended.add(new SessionKey("thandi", "stolen"));
    fanOut.round();
    resume("a", 0);

    fanOut.round();

    assertThat(posts.to("a")).isEmpty();
    assertThat(posts.closed).containsExactly("a");
    assertThat(connections.open).isEmpty();
    assertThat(connections.notes).isEmpty();
  }

  private void open(String id) {
    connections.open(
        new Connection(id, "jhb", "thandi", null, Set.of(), FanOutTest.NOW.plusSeconds(3600)));
  }

  private void resume(String id, long after) {
    connections.resume(new Resume(id, after, clock.instant()));
  }

  private void happens(String type) {
    log.happens("jhb", type);
  }

  private List<String> types(String id) {
    return told(id).map(it -> it.replaceAll(".*\"type\":\"(\\w+)\".*", "$1")).toList();
  }

  private List<Long> positions(String id) {
    return told(id)
        .map(it -> Long.parseLong(it.replaceAll(".*\"position\":(\\d+).*", "$1")))
        .toList();
  }

  private Stream<String> told(String id) {
    return posts.to(id).stream().filter(it -> it.contains("\"event\":\"change\""));
  }
}
