package za.lexohub.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The application's way to a part, which a test can close, spoil and open again. */
final class Tunnel {

  private static final long DELAY_MILLIS = 5_000;
  private static final long TRICKLE_MILLIS = 1_000;
  private static final int PIECE = 8_192;

  private final String host;
  private final int target;
  private final ServerSocket server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger met = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;

  Tunnel(String host, int target) {
    this.host = host;
    this.target = target;
    try {
      server = new ServerSocket(0, 50, InetAddress.getByName(host));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Nobody gets through, and who is connected is cut off. */
  void cut() {
    suffer(Fault.CUT);
  }

  /** Well again; whoever has lost anything meanwhile is cut off and has to connect anew. */
  void open() {
    suffer(Fault.NONE);
  }

  /** From now on, also for who is connected. */
  synchronized void suffer(Fault next) {
    Fault before = fault;
    fault = next;
    if (next == Fault.NONE) {
      if (before == Fault.DROP || before == Fault.HALF_OPEN) {
        closeAll();
      }
    } else {
      met.set(0);
      if (next == Fault.CUT || next == Fault.RESET) {
        closeAll();
      }
    }
    notifyAll();
  }

  /** How many connections and pieces have met with the fault since it began. */
  int met() {
    return met.get();
  }

  private void accept() {
    while (true) {
      try {
        connect(server.accept());
      } catch (IOException e) {
        return;
      }
    }
  }

  private synchronized void connect(Socket near) {
    if (fault == Fault.CUT || fault == Fault.RESET) {
      met.incrementAndGet();
      close(near);
      return;
    }
    try {
      Socket far = new Socket(host, target);
      sockets.add(near);
      sockets.add(far);
      Thread.ofVirtual().start(() -> pipe(near, far, false));
      Thread.ofVirtual().start(() -> pipe(far, near, true));
    } catch (IOException e) {
      close(near);
    }
  }

  /** Ends when one side does, and then ends the other. */
  private void pipe(Socket from, Socket to, boolean answers) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] piece = new byte[PIECE];
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        carry(piece, length, out, answers);
      }
    } catch (IOException e) {
      // Closed by one side, which closes the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void carry(byte[] piece, int length, OutputStream out, boolean answers)
      throws IOException, InterruptedException {
    Fault now = fault;
    if (now != Fault.NONE) {
      met.incrementAndGet();
    }
    switch (now) {
      case DROP -> {}
      case HALF_OPEN -> {
        if (!answers) {
          out.write(piece, 0, length);
        }
      }
      case DELAY -> {
        waitWhile(Fault.DELAY, DELAY_MILLIS);
        out.write(piece, 0, length);
      }
      case TRICKLE -> {
        for (int i = 0; i < length; i++) {
          waitWhile(Fault.TRICKLE, TRICKLE_MILLIS);
          out.write(piece, i, 1);
        }
      }
      case NONE, CUT, RESET -> out.write(piece, 0, length);
    }
  }

  private synchronized void waitWhile(Fault lasting, long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis;
        left > 0 && fault == lasting;
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
      wait(left);
    }
  }

  private void closeAll() {
    sockets.forEach(this::close);
    sockets.clear();
  }

  private void close(Socket socket) {
    try (socket) {
      if (fault == Fault.RESET) {
        socket.setSoLinger(true, 0);
      }
    } catch (IOException e) {
      // One of its two ends was faster.
    }
  }
}
