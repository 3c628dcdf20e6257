package za.lexohub.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import za.lexohub.embedded.dynamodb.DynamoDbPart;

/** Each object is a node of its own; what it remembers by itself is over at once. */
class CheckedSessionsIT {

  private static final UnifiedJedis REDIS = Stores.redis();
  private static final DynamoDbClient DYNAMO_DB = Stores.dynamoDb();
  private static final SessionProperties LIMITS =
      new SessionProperties(
          DynamoDbPart.SESSIONS_TABLE,
          5,
          Duration.ofHours(24),
          Duration.ofMinutes(30),
          Duration.ofNanos(1));

  private final TestClock clock = new TestClock();
  private final String user = UUID.randomUUID().toString();
  private final Sessions node = node();
  private final Sessions other = node();

  @Test
  void a_session_begins_with_its_first_request() {
    assertThat(node.of(user)).isEmpty();

    assertThat(node.check(sighting("one"))).isEqualTo(Standing.ACTIVE);

    assertThat(other.of(user))
        .singleElement()
        .isEqualTo(
            new Session(
                "one",
                clock.instant(),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(24)),
                "203.0.113.0/24",
                "front-end"));
  }

  @Test
  void the_sixth_session_ends_the_one_that_was_seen_longest_ago() {
    for (String each : List.of("one", "two", "three", "four", "five")) {
      node.check(sighting(each));
      clock.pass(Duration.ofMinutes(5));
    }
    assertThat(other.check(sighting("one"))).isEqualTo(Standing.ACTIVE);
    clock.pass(Duration.ofSeconds(1));

    assertThat(other.check(sighting("six"))).isEqualTo(Standing.ACTIVE);

    assertThat(node.check(sighting("two"))).isEqualTo(Standing.REVOKED);
    assertThat(node.of(user))
        .extracting(Session::id)
        .containsExactly("six", "one", "five", "four", "three");
  }

  @Test
  void a_surplus_that_could_not_be_ended_at_once_is_ended_by_the_next_request() {
    for (String each : List.of("one", "two", "three", "four", "five")) {
      node.check(sighting(each));
      clock.pass(Duration.ofSeconds(10));
    }
    assertThat(node(REDIS, Stores.noDynamoDbOnce("queryPaginator")).check(sighting("six")))
        .as("let in, as nobody can say")
        .isEqualTo(Standing.UNKNOWN_NOW);
    assertThat(other.of(user)).hasSize(6);
    clock.pass(Duration.ofSeconds(30));

    assertThat(other.check(sighting("six"))).isEqualTo(Standing.ACTIVE);

    assertThat(other.of(user))
        .extracting(Session::id)
        .containsExactly("six", "five", "four", "three", "two");
  }

  @Test
  void a_session_that_is_ended_on_one_node_is_ended_on_all_and_stays_so() {
    node.check(sighting("stolen"));
    other.check(sighting("stolen"));

    assertThat(node.revoke(user, "stolen")).isTrue();

    assertThat(node.check(sighting("stolen"))).isEqualTo(Standing.REVOKED);
    assertThat(other.check(sighting("stolen"))).isEqualTo(Standing.REVOKED);
    assertThat(node.revoke(user, "stolen")).as("again").isTrue();
    assertThat(node.of(user)).isEmpty();
  }

  @Test
  void what_redis_has_forgotten_the_table_still_knows() {
    node.check(sighting("kept"));
    node.check(sighting("ended"));
    node.revoke(user, "ended");

    REDIS.flushDB();

    assertThat(other.check(sighting("kept"))).isEqualTo(Standing.ACTIVE);
    assertThat(other.check(sighting("ended"))).isEqualTo(Standing.REVOKED);
  }

  @Test
  void an_old_answer_of_the_table_does_not_open_what_was_ended_meanwhile() {
    SessionMarks marks =
        new SharedMarks(REDIS, Stores.fallback(), Duration.ofMinutes(30), Duration.ofHours(24));
    SessionKey key = new SessionKey(user, "raced");
    marks.end(key, Standing.REVOKED);

    Mark held =
        marks.keep(
            key, new Mark(Standing.ACTIVE, clock.instant(), clock.instant(), clock.instant()));

    assertThat(held.standing()).isEqualTo(Standing.REVOKED);
    assertThat(marks.of(key)).get().extracting(Mark::standing).isEqualTo(Standing.REVOKED);
  }

  @Test
  void half_an_hour_without_a_request_ends_a_session() {
    node.check(sighting("used"));
    node.check(sighting("left"));
    clock.pass(Duration.ofMinutes(29));
    assertThat(other.check(sighting("used"))).isEqualTo(Standing.ACTIVE);
    clock.pass(Duration.ofMinutes(29));

    assertThat(node.check(sighting("used"))).isEqualTo(Standing.ACTIVE);
    assertThat(node.check(sighting("left"))).isEqualTo(Standing.IDLE);
    assertThat(other.check(sighting("left"))).isEqualTo(Standing.IDLE);
    assertThat(node.of(user)).extracting(Session::id).containsExactly("used");
  }

  @Test
  void looking_after_a_session_is_no_request_under_it() {
    SessionKey key = new SessionKey(user, "watched");
    assertThat(node.standing(key)).as("never seen").isEqualTo(Standing.ACTIVE);
    assertThat(node.of(user)).isEmpty();
    node.check(sighting("watched"));
    REDIS.flushDB();
    clock.pass(Duration.ofMinutes(29));
    assertThat(other.standing(key)).isEqualTo(Standing.ACTIVE);
    clock.pass(Duration.ofMinutes(1));

    assertThat(other.standing(key)).isEqualTo(Standing.IDLE);
    assertThat(other.check(sighting("watched"))).isEqualTo(Standing.IDLE);
    assertThat(other.standing(key)).isEqualTo(Standing.IDLE);
  }

  @Test
  void a_day_ends_a_session_however_busy_it_is_and_for_good() {
    for (int quarter = 0; quarter < 24 * 4; quarter++) {
      // A node of its own each time: none of them answers from what it remembers.
      assertThat(node().check(sighting("busy"))).isEqualTo(Standing.ACTIVE);
      clock.pass(Duration.ofMinutes(15));
    }

    assertThat(node.check(sighting("busy"))).isEqualTo(Standing.EXPIRED);
    clock.pass(Duration.ofHours(1));
    REDIS.flushDB();
    assertThat(other.check(sighting("busy"))).isEqualTo(Standing.EXPIRED);
  }

  @Test
  void twenty_first_requests_at_once_begin_one_session() throws Exception {
    Callable<Standing> request = () -> node().check(sighting("raced"));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Standing> standing :
          callers.invokeAll(IntStream.range(0, 20).mapToObj(i -> request).toList())) {
        assertThat(standing.get()).isEqualTo(Standing.ACTIVE);
      }
    }

    assertThat(node.of(user)).hasSize(1);
  }

  @Test
  void more_sessions_than_allowed_at_once_leave_as_many_as_allowed() throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Standing>> requests =
          IntStream.range(0, 12)
              .<Callable<Standing>>mapToObj(i -> () -> node().check(sighting("at-once-" + i)))
              .toList();
      for (Future<Standing> standing : callers.invokeAll(requests)) {
        standing.get();
      }
    }

    assertThat(node.of(user)).hasSizeBetween(1, 5);
  }

  @Test
  void nobody_ends_the_session_of_another() {
    node.check(sighting("mine"));

    assertThat(node.revoke(UUID.randomUUID().toString(), "mine")).isFalse();
    assertThat(node.revoke(user, "unknown")).isFalse();

    assertThat(other.check(sighting("mine"))).isEqualTo(Standing.ACTIVE);
    assertThat(other.of(user)).hasSize(1);
  }

  @Test
  void all_others_are_ended_at_once() {
    List.of("one", "two", "three").forEach(each -> node.check(sighting(each)));

    assertThat(other.revokeOthers(user, "two")).isEqualTo(2);
    assertThat(other.revokeOthers(user, "two")).as("again").isZero();

    assertThat(node.of(user)).extracting(Session::id).containsExactly("two");
    assertThat(node.check(sighting("one"))).isEqualTo(Standing.REVOKED);
  }

  @Test
  void while_redis_is_away_the_table_answers() {
    node.check(sighting("kept"));
    node.check(sighting("ended"));
    Sessions cut = node(Stores.noRedis(), DYNAMO_DB);

    assertThat(cut.check(sighting("kept"))).isEqualTo(Standing.ACTIVE);
    assertThat(cut.check(sighting("new"))).isEqualTo(Standing.ACTIVE);
    assertThat(cut.revoke(user, "ended")).isTrue();
    assertThat(cut.check(sighting("ended"))).isEqualTo(Standing.REVOKED);
    assertThat(other.check(sighting("ended")))
        .as("by another node, which has Redis and what it knew")
        .isEqualTo(Standing.ACTIVE);
    clock.pass(CheckedSessions.CHECKED_EVERY);
    assertThat(other.check(sighting("ended"))).isEqualTo(Standing.REVOKED);
  }

  @Test
  void while_the_table_is_away_redis_answers_and_nothing_can_be_ended() {
    node.check(sighting("kept"));
    clock.pass(Duration.ofMinutes(3));
    Sessions cut = node(REDIS, Stores.noDynamoDb());

    assertThat(cut.check(sighting("kept"))).isEqualTo(Standing.ACTIVE);
    assertThatThrownBy(() -> cut.revoke(user, "kept")).isInstanceOf(SessionsUnavailable.class);
    assertThatThrownBy(() -> cut.of(user)).isInstanceOf(SessionsUnavailable.class);
  }

  @Test
  void while_the_table_is_away_what_redis_knows_still_ends_in_time() {
    node.check(sighting("left"));
    clock.pass(Duration.ofMinutes(30));
    Sessions cut = node(REDIS, Stores.noDynamoDb());
    SessionKey left = new SessionKey(user, "left");

    assertThat(cut.check(sighting("left"))).isEqualTo(Standing.IDLE);
    assertThat(cut.standing(left)).isEqualTo(Standing.IDLE);
    clock.pass(Duration.ofHours(24));
    assertThat(node(REDIS, Stores.noDynamoDb()).check(sighting("left")))
        .isEqualTo(Standing.EXPIRED);
    assertThat(cut.standing(left)).isEqualTo(Standing.EXPIRED);
  }

  @Test
  void who_works_while_the_table_is_away_is_not_taken_for_idle() {
    node.check(sighting("used"));

    for (int quarter = 0; quarter < 4; quarter++) {
      clock.pass(Duration.ofMinutes(15));
      // Each node finds out by itself that the table is away.
      assertThat(node(REDIS, Stores.noDynamoDb()).check(sighting("used")))
          .isEqualTo(Standing.ACTIVE);
    }

    assertThat(other.check(sighting("used"))).as("with the table back").isEqualTo(Standing.ACTIVE);
  }

  @Test
  void a_node_without_redis_goes_by_the_table() {
    node.check(sighting("kept"));
    node.check(sighting("ended"));
    node.revoke(user, "ended");
    Sessions alone = node(SessionMarks.none(), DYNAMO_DB);

    assertThat(alone.check(sighting("kept"))).isEqualTo(Standing.ACTIVE);
    assertThat(alone.check(sighting("ended"))).isEqualTo(Standing.REVOKED);
  }

  @Test
  void while_both_are_away_everybody_is_let_in_and_counted() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Metrics.addRegistry(meters);
    Sessions cut = node(Stores.noRedis(), Stores.noDynamoDb());

    Standing standing = cut.check(sighting("anybody"));

    assertThat(standing).isEqualTo(Standing.UNKNOWN_NOW);
    assertThat(standing.letsIn()).isTrue();
    assertThat(cut.isBlind()).isTrue();
    assertThat(cut.standing(new SessionKey(user, "anybody"))).isEqualTo(Standing.UNKNOWN_NOW);
    assertThat(meters.counter("lexohub.sessions.unchecked").count()).isEqualTo(1);
    Metrics.removeRegistry(meters);
  }

  private Sighting sighting(String session) {
    return new Sighting(new SessionKey(user, session), "tenant-1", "203.0.113.0/24", "front-end");
  }

  private Sessions node() {
    return node(REDIS, DYNAMO_DB);
  }

  private Sessions node(UnifiedJedis redis, DynamoDbClient dynamoDb) {
    return node(
        new SharedMarks(redis, Stores.fallback(), LIMITS.idle(), LIMITS.lifetime()), dynamoDb);
  }

  private Sessions node(SessionMarks marks, DynamoDbClient dynamoDb) {
    return new CheckedSessions(new SessionTable(dynamoDb, LIMITS.table()), marks, LIMITS, clock);
  }
}
