package za.lexohub.benchmarks.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The application's line to PostgreSQL. When told to, it swallows the server's reply to an append
 * and hangs up: the server sends that reply only after it has committed, so the application is left
 * without knowing.
 */
final class LossyLine implements AutoCloseable {

  private static final int ONE_IN = 20;
  private static final String HOST = "127.0.0.1";
  private static final int BUFFER = 1 << 16;

  private final int target;
  private final byte[] sign;
  private final Random random;
  private final ServerSocket server;
  private final AtomicInteger toLose = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  /**
   * @param target port of PostgreSQL
   * @param sign is said to the server in every append and in nothing else
   */
  LossyLine(int target, String sign, int seed) {
    this.target = target;
    this.sign = sign.getBytes(StandardCharsets.UTF_8);
    this.random = new Random(seed);
    try {
      server = new ServerSocket(0, 200, InetAddress.getByName(HOST));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Loses so many more replies, now and then one. */
  void lose(int replies) {
    toLose.addAndGet(replies);
  }

  int lost() {
    return lost.get();
  }

  private void accept() {
    while (true) {
      try {
        connect(server.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket near) {
    try {
      Socket far = new Socket(HOST, target);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      AtomicBoolean appending = new AtomicBoolean();
      Thread.ofVirtual().start(() -> pipe(near, far, new Requests(appending)));
      Thread.ofVirtual().start(() -> pipe(far, near, new Replies(appending)));
    } catch (IOException serverIsAway) {
      close(near);
    }
  }

  /** Looks at what passes, and says whether it may. */
  private interface Watch {
    boolean passes(byte[] bytes, int length);
  }

  private final class Requests implements Watch {
    private final AtomicBoolean appending;

    Requests(AtomicBoolean appending) {
      this.appending = appending;
    }

    @Override
    public boolean passes(byte[] bytes, int length) {
      if (contains(bytes, length)) {
        appending.set(true);
      }
      return true;
    }

    private boolean contains(byte[] bytes, int length) {
      for (int i = 0; i + sign.length <= length; i++) {
        int j = 0;
        while (j < sign.length && bytes[i + j] == sign[j]) {
          j++;
        }
        if (j == sign.length) {
          return true;
        }
      }
      return false;
    }
  }

  private final class Replies implements Watch {
    private final AtomicBoolean appending;

    Replies(AtomicBoolean appending) {
      this.appending = appending;
    }

    @Override
    public boolean passes(byte[] bytes, int length) {
      if (appending.getAndSet(false) && chosen()) {
        lost.incrementAndGet();
        return false;
      }
      return true;
    }

    private boolean chosen() {
      synchronized (random) {
        return toLose.get() > 0 && random.nextInt(ONE_IN) == 0 && toLose.getAndDecrement() > 0;
      }
    }
  }

  private static void pipe(Socket from, Socket to, Watch watch) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0 && watch.passes(buffer, n); n = in.read(buffer)) {
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      // Closed by one side, which closes the other.
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no more use either way.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
