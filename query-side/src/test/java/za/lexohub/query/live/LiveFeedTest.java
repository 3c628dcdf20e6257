package za.lexohub.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.query.live.LiveStream.Step;
import za.lexohub.readmodels.live.Change;

/** What reaches whom, in what order, and what ends a stream. */
class LiveFeedTest {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
  private static final long LONGEST = 1_000;

  private final WrittenChanges log = new WrittenChanges();
  private final LiveFeed feed = new LiveFeed(log, 10, 5);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final LiveMeters told = new LiveMeters(meters, feed);

  @BeforeEach
  void start() {
    feed.start();
  }

  @AfterEach
  void stop() {
    feed.stop();
  }

  @Test
  void whatIsRecordedReachesItsTenantAndNobodyElse() throws InterruptedException {
    LiveStream thandi = open("thandi", null);
    LiveStream pieter = open("pieter", null);

    log.write("thandi", "InvoiceSent");
    log.write("pieter", "InvoicePaid");
    log.write("thandi", "InvoicePaid");

    assertThat(positions(thandi, 2)).containsExactly(1L, 3L);
    assertThat(positions(pieter, 1)).containsExactly(2L);
    assertThat(quietAt(thandi, 3)).isEqualTo(3);
    assertThat(quietAt(pieter, 3)).isEqualTo(3);
    assertThat(meters.get("lexohub.stream.sent").counter().count()).isEqualTo(3);
    assertThat(meters.get("lexohub.stream.open").gauge().value()).isEqualTo(2);
  }

  @Test
  void aStreamBeginsNowUnlessTheClientSaysWhereItWas() throws InterruptedException {
    log.write("thandi", "InvoiceSent", 5);

    LiveStream fresh = open("thandi", null);
    assertThat(fresh.start()).isEqualTo(5);
    log.write("thandi", "InvoicePaid");
    assertThat(positions(fresh, 1)).containsExactly(6L);
  }

  @Test
  void aResumedStreamHasNoGapAndNoRepeatHoweverMuchIsRecordedMeanwhile()
      throws InterruptedException {
    log.write("thandi", "InvoiceSent", 700);
    log.write("pieter", "InvoiceSent", 50);
    LiveStream before = open("pieter", null);
    LiveStream resumed = open("thandi", 3L);
    log.write("thandi", "InvoicePaid", 100);

    assertThat(resumed.start()).isEqualTo(3);
    assertThat(positions(resumed, 797))
        .containsExactlyElementsOf(
            LongStream.concat(LongStream.rangeClosed(4, 700), LongStream.rangeClosed(751, 850))
                .boxed()
                .toList());
    assertThat(quietAt(before, 850)).isEqualTo(850);
  }

  @Test
  void whatAnotherNodeHasToldIsNotToldAgain() throws InterruptedException {
    LiveStream behind = open("thandi", null);
    log.isAway(true);
    // This node has read nothing of it when the client comes with what it had elsewhere.
    log.write("thandi", "InvoiceSent", 4);
    LiveStream resumed = open("thandi", 3L);
    log.isAway(false);

    assertThat(positions(resumed, 1)).containsExactly(4L);
    assertThat(positions(behind, 4)).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void onlyTheTypesThatWereAskedForAreToldAndThePositionMovesOn() throws InterruptedException {
    LiveStream paid =
        new LiveStream(
                feed,
                new PastChanges(log),
                "thandi",
                Set.of("InvoicePaid"),
                Audience.PRACTICE,
                told)
            .open(null, LONGEST);

    log.write("thandi", "InvoiceSent");
    log.write("thandi", "InvoicePaid");
    log.write("thandi", "InvoiceSent");

    assertThat(positions(paid, 1)).containsExactly(2L);
    assertThat(quietAt(paid, 3)).isEqualTo(3);
  }

  @Test
  void anAudienceHearsOnlyWhatItMayKnowOf() throws InterruptedException {
    LiveStream some =
        new LiveStream(
                feed,
                new PastChanges(log),
                "thandi",
                Set.of(),
                change -> change.position() % 2 == 0,
                told)
            .open(null, LONGEST);

    log.write("thandi", "InvoiceSent", 4);

    assertThat(positions(some, 2)).containsExactly(2L, 4L);
  }

  @Test
  void aSignOfLifeComesHoweverMuchThereIsToPassOver() throws InterruptedException {
    LiveStream none =
        new LiveStream(
                feed, new PastChanges(log), "thandi", Set.of("InvoicePaid"), change -> false, told)
            .open(null, LONGEST);
    log.write("thandi", "InvoiceSent", 3);
    await().atMost(Duration.ofSeconds(20)).until(() -> feed.position() == 3);

    assertThat(none.next(1)).isEqualTo(new Step.Quiet(1));
    assertThat(none.next(1)).isEqualTo(new Step.Quiet(2));
    assertThat(none.next(1)).isEqualTo(new Step.Quiet(3));
  }

  @Test
  void anAudienceHearsOfEveryChangeAlsoOfTypesThatNobodyAskedFor() throws InterruptedException {
    List<Long> passed = new ArrayList<>();
    Audience some =
        new Audience() {
          @Override
          public void passed(Change change) {
            passed.add(change.position());
          }

          @Override
          public boolean mayKnow(Change change) {
            return true;
          }
        };
    LiveStream paid =
        new LiveStream(feed, new PastChanges(log), "thandi", Set.of("InvoicePaid"), some, told)
            .open(null, LONGEST);
    log.write("thandi", "InvoiceSent", 2);
    log.write("thandi", "InvoicePaid");

    assertThat(positions(paid, 1)).containsExactly(3L);
    assertThat(passed).containsExactly(1L, 2L, 3L);
  }

  @Test
  void whoDoesNotReadIsDroppedAndToldWhyAfterWhatWasKept() throws InterruptedException {
    LiveStream slow = open("thandi", null);
    LiveStream quick = open("thandi", null);

    log.write("thandi", "InvoiceSent", LiveStream.CAPACITY);
    assertThat(positions(quick, LiveStream.CAPACITY)).hasSize(LiveStream.CAPACITY);
    log.write("thandi", "InvoicePaid");
    assertThat(positions(quick, 1)).hasSize(1);
    await().atMost(Duration.ofSeconds(20)).until(() -> feed.open() == 1);

    assertThat(positions(slow, LiveStream.CAPACITY)).endsWith((long) LiveStream.CAPACITY);
    assertThat(slow.next(PATIENCE)).isEqualTo(new Step.Ended(EndReason.SLOW_CONSUMER));
    assertThat(dropped(EndReason.SLOW_CONSUMER)).isOne();
    LiveStream resumed = open("thandi", (long) LiveStream.CAPACITY);
    assertThat(positions(resumed, 1)).containsExactly(LiveStream.CAPACITY + 1L);
  }

  @Test
  void tooMuchIsNotToldAgain() throws InterruptedException {
    log.write("thandi", "InvoiceSent", (int) LONGEST + 2);

    LiveStream late = open("thandi", 1L);
    assertThat(late.head()).isEqualTo(LONGEST + 2);
    assertThat(late.next(PATIENCE)).isEqualTo(new Step.Ended(EndReason.RESUME_TOO_OLD));
    assertThat(feed.open()).isZero();
    assertThat(open("thandi", 2L).next(PATIENCE)).isInstanceOf(Step.Changed.class);
  }

  @Test
  void aNodeThatStopsSaysSoAndOpensNoMore() throws InterruptedException {
    LiveStream open = open("thandi", null);

    feed.stop();

    assertThat(open.next(PATIENCE)).isEqualTo(new Step.Ended(EndReason.SHUTTING_DOWN));
    assertThatThrownBy(() -> open("thandi", null)).isInstanceOf(StreamRefused.class);
  }

  @Test
  void thereIsALimitForATenantAndOneForTheNode() {
    for (int i = 0; i < 5; i++) {
      open("thandi", null);
    }
    assertThatThrownBy(() -> open("thandi", null)).isInstanceOf(StreamRefused.class);
    for (int i = 0; i < 5; i++) {
      open("tenant-" + i, null);
    }
    assertThatThrownBy(() -> open("lerato", null)).isInstanceOf(StreamRefused.class);
  }

  @Test
  void aClosedStreamLeavesItsPlace() {
    try (LiveStream stream = open("thandi", null)) {
      assertThat(stream.start()).isZero();
      assertThat(feed.open()).isOne();
    }
    assertThat(feed.open()).isZero();
  }

  @Test
  void aLogThatIsAwayLosesNothing() throws InterruptedException {
    LiveStream stream = open("thandi", null);
    log.write("thandi", "InvoiceSent");
    assertThat(positions(stream, 1)).hasSize(1);

    log.isAway(true);
    log.write("thandi", "InvoiceSent", 3);
    assertThat(stream.next(TimeUnit.MILLISECONDS.toNanos(300))).isInstanceOf(Step.Quiet.class);
    log.isAway(false);

    assertThat(positions(stream, 3)).containsExactly(2L, 3L, 4L);
  }

  private LiveStream open(String tenant, @Nullable Long after) {
    return new LiveStream(feed, new PastChanges(log), tenant, Set.of(), Audience.PRACTICE, told)
        .open(after, LONGEST);
  }

  private static List<Long> positions(LiveStream stream, int count) throws InterruptedException {
    List<Long> positions = new ArrayList<>();
    while (positions.size() < count) {
      Step step = stream.next(PATIENCE);
      assertThat(step).isInstanceOf(Step.Changed.class);
      Change change = ((Step.Changed) step).change();
      positions.add(change.position());
    }
    return positions;
  }

  /** The position of a silence, as soon as it is there. */
  private static long quietAt(LiveStream stream, long position) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                stream.next(1) instanceof Step.Quiet quiet && quiet.position() >= position
                    ? quiet.position()
                    : -1L,
            seen -> seen >= position);
  }

  private double dropped(EndReason reason) {
    return meters.get("lexohub.stream.dropped").tag("reason", reason.code()).counter().count();
  }
}
