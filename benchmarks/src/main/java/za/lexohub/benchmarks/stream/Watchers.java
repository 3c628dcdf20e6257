package za.lexohub.benchmarks.stream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Clients of streams, on plain sockets and one thread: an HTTP client would hold more memory for
 * each than the server that is measured.
 */
public final class Watchers implements AutoCloseable {

  private static final Pattern RECORDED_AT = Pattern.compile("\"recordedAt\":\"([^\"]+)\"");
  private static final int BUFFER = 16 * 1024;

  private final Selector selector = Selector.open();
  private final InetSocketAddress address;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicLong told = new AtomicLong();
  private final List<Double> delays = new ArrayList<>();
  private final Thread reader;
  private volatile boolean counting;
  private volatile boolean closing;
  private volatile @Nullable IOException failure;

  public Watchers(int port) throws IOException {
    address = new InetSocketAddress("127.0.0.1", port);
    reader = Thread.ofPlatform().daemon().name("watchers").start(this::read);
  }

  /** Opens one; it counts in {@link #open} when the stream has said hello. */
  public void add(String token) throws IOException {
    SocketChannel channel = SocketChannel.open(address);
    String request =
        "GET /api/v1/stream HTTP/1.1\r\nHost: localhost:%d\r\nAccept: text/event-stream\r\n"
                .formatted(address.getPort())
            + "Authorization: Bearer "
            + token
            + "\r\n\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    channel.configureBlocking(false);
    selector.wakeup();
    channel.register(selector, SelectionKey.OP_READ, new Watcher());
  }

  private void read() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    try {
      while (!closing) {
        selector.select(
            key -> {
              try {
                take(key, buffer);
              } catch (IOException e) {
                key.cancel();
                ended.incrementAndGet();
              }
            },
            20);
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private void take(SelectionKey key, ByteBuffer buffer) throws IOException {
    buffer.clear();
    int length = ((SocketChannel) key.channel()).read(buffer);
    if (length < 0) {
      throw new IOException("the stream has ended");
    }
    byte[] bytes = new byte[length];
    buffer.flip().get(bytes);
    ((Watcher) key.attachment()).read(new String(bytes, StandardCharsets.US_ASCII));
  }

  /** Forgets what was told so far. */
  public void count() {
    synchronized (delays) {
      delays.clear();
    }
    told.set(0);
    counting = true;
  }

  public int open() throws IOException {
    IOException failed = failure;
    if (failed != null) {
      throw failed;
    }
    return open.get();
  }

  public int ended() {
    return ended.get();
  }

  public long told() {
    return told.get();
  }

  /** From the record of a change until a client had it, milliseconds, in order. */
  public double[] delays() {
    synchronized (delays) {
      return delays.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    selector.wakeup();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  /** One client; the rest of what it has not read to the end of a line. */
  private final class Watcher {
    private String rest = "";

    void read(String text) throws IOException {
      String all = rest + text;
      int from = 0;
      for (int end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', from)) {
        line(all.substring(from, end));
        from = end + 1;
      }
      rest = all.substring(from);
    }

    private void line(String line) throws IOException {
      if (line.startsWith("HTTP/1.1") && !line.contains(" 200")) {
        throw new IOException(line);
      }
      if (line.equals("event: hello")) {
        open.incrementAndGet();
      } else if (line.equals("event: bye")) {
        ended.incrementAndGet();
      } else if (line.startsWith("data: ") && counting) {
        Matcher recorded = RECORDED_AT.matcher(line);
        if (recorded.find()) {
          told.incrementAndGet();
          Duration delay = Duration.between(Instant.parse(recorded.group(1)), Instant.now());
          synchronized (delays) {
            delays.add(delay.toNanos() / 1e6);
          }
        }
      }
    }
  }
}
