package za.lexohub.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import za.lexohub.query.live.LiveFeed;
import za.lexohub.query.live.LiveStream;
import za.lexohub.query.live.LiveStreams;
import za.lexohub.readmodels.live.Change;
import za.lexohub.readmodels.live.RecordedChanges;

/** What a client reads, when it reads, when it does not, and when nothing happens. */
class EventStreamTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Log log = new Log();
  private final LiveFeed feed = new LiveFeed(log, 10, 10);
  private final LiveStreams streams =
      new LiveStreams(feed, log, attorney -> change -> false, new SimpleMeterRegistry());
  private final Line line = new Line();
  private volatile boolean allowed = true;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeEach
  void start() {
    feed.start();
  }

  @AfterEach
  void stop() {
    line.open.countDown();
    feed.stop();
    threads.close();
  }

  @Test
  void aChangeIsAnEventWithItsPositionAsId() throws Exception {
    Future<?> sent = send(LONG, LONG);
    await().atMost(PATIENCE).until(() -> line.text().contains("hello"));
    log.write();
    await().atMost(PATIENCE).until(() -> line.text().contains("change"));
    feed.stop();
    sent.get(20, TimeUnit.SECONDS);

    assertThat(line.text())
        .isEqualTo(
            """
            retry: 2000
            id: 0
            event: hello
            data: {"position":0}

            id: 1
            event: change
            data: {"position":1,"type":"InvoicePaid","aggregateType":"Invoice",\
            "aggregateId":"an-invoice","version":1,"recordedAt":"1970-01-01T00:00:00Z"}

            event: bye
            data: {"reason":"shutting-down"}

            """);
    assertThat(line.getContentType()).isEqualTo("text/event-stream;charset=UTF-8");
    assertThat(line.getHeader("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aSilentStreamGivesASignOfLifeAndMovesTheClientsPositionOn() {
    log.write();
    send(Duration.ofMillis(20), LONG);

    await().atMost(PATIENCE).until(() -> line.text().contains("\n\n: nothing new\nid: 1\n\n"));
  }

  @Test
  void aClientThatDoesNotReadIsToldSoAndWhereItCanGoOn() throws Exception {
    line.isBlocked = true;
    Future<?> sent = send(LONG, LONG);
    await().atMost(PATIENCE).until(() -> line.waiting);
    log.write(400);
    await().atMost(PATIENCE).until(() -> feed.position() == 400);

    line.open.countDown();
    sent.get(20, TimeUnit.SECONDS);
    assertThat(line.text())
        .contains("id: 256\n")
        .doesNotContain("id: 257\n")
        .endsWith("event: bye\ndata: {\"reason\":\"slow-consumer\"}\n\n");
  }

  @Test
  void whatEndsWithItsTokenSaysSo() throws Exception {
    send(LONG, Duration.ofMillis(50)).get(20, TimeUnit.SECONDS);

    assertThat(line.text()).endsWith("event: bye\ndata: {\"reason\":\"token-expired\"}\n\n");
  }

  @Test
  void whoseSessionHasEndedIsToldSoWithTheNextHeartbeat() throws Exception {
    allowed = false;
    send(Duration.ofMillis(20), LONG).get(20, TimeUnit.SECONDS);

    assertThat(line.text()).endsWith("event: bye\ndata: {\"reason\":\"token-expired\"}\n\n");
  }

  @Test
  void whoComesTooLateIsToldFromWhereToGoOn() throws Exception {
    log.write(100_002);
    send(LONG, LONG, 1L).get(20, TimeUnit.SECONDS);

    assertThat(line.text())
        .endsWith("id: 100002\nevent: bye\ndata: {\"reason\":\"resume-too-old\"}\n\n");
  }

  @Test
  void aClientThatHasGoneLeavesItsPlace() throws Exception {
    Future<?> sent = send(LONG, LONG);
    await().atMost(PATIENCE).until(() -> line.text().contains("hello"));
    line.isGone = true;
    log.write();
    sent.get(20, TimeUnit.SECONDS);

    assertThat(feed.open()).isZero();
  }

  private Future<?> send(Duration heartbeat, Duration validity) {
    return send(heartbeat, validity, null);
  }

  private Future<?> send(Duration heartbeat, Duration validity, @Nullable Long after) {
    LiveStream stream = streams.ofPractice("thandi", Set.of(), after);
    return threads.submit(
        () -> {
          try (stream) {
            EventStream.begin(line, stream);
            new EventStream(line.getOutputStream(), heartbeat, validity, () -> allowed)
                .send(stream);
          }
          return null;
        });
  }

  /** The client's end of the connection. */
  private static final class Line extends MockHttpServletResponse {
    final CountDownLatch open = new CountDownLatch(1);
    volatile boolean isBlocked;
    volatile boolean isGone;
    volatile boolean waiting;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    String text() {
      synchronized (read) {
        return read.toString(StandardCharsets.UTF_8);
      }
    }

    @Override
    public ServletOutputStream getOutputStream() {
      return new ServletOutputStream() {
        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void write(int one) throws IOException {
          write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          if (isGone) {
            throw new IOException("broken pipe");
          }
          if (isBlocked) {
            waiting = true;
            try {
              open.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
          synchronized (read) {
            read.write(bytes, offset, length);
          }
        }
      };
    }
  }

  /** A log that a test writes. */
  private static final class Log implements RecordedChanges {
    private final List<Change> changes = new ArrayList<>();

    void write(int times) {
      for (int i = 0; i < times; i++) {
        write();
      }
    }

    synchronized void write() {
      long position = changes.size() + 1L;
      changes.add(
          new Change(
              "thandi", position, "InvoicePaid", "Invoice", "an-invoice", position, Instant.EPOCH));
    }

    @Override
    public synchronized long head() {
      return changes.size();
    }

    @Override
    public synchronized List<Change> after(long position, int limit) {
      return changes.stream().filter(c -> c.position() > position).limit(limit).toList();
    }

    @Override
    public synchronized List<Change> of(String tenant, long after, long through, int limit) {
      return after(after, limit).stream().filter(c -> c.position() <= through).toList();
    }
  }
}
