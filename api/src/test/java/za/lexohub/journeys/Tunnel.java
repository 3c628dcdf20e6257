package za.lexohub.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The application's way to a part, which a test can close and open again. */
final class Tunnel {

  private final String host;
  private final int target;
  private final ServerSocket server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private volatile boolean open = true;

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
  synchronized void cut() {
    open = false;
    turnedAway.set(0);
    sockets.forEach(Tunnel::close);
    sockets.clear();
  }

  synchronized void open() {
    open = true;
  }

  /** How many have tried to get through since it was cut. */
  int turnedAway() {
    return turnedAway.get();
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
    if (!open) {
      turnedAway.incrementAndGet();
      close(near);
      return;
    }
    try {
      Socket far = new Socket(host, target);
      sockets.add(near);
      sockets.add(far);
      Thread.ofVirtual().start(() -> pipe(near, far));
      Thread.ofVirtual().start(() -> pipe(far, near));
    } catch (IOException e) {
      close(near);
    }
  }

  private void pipe(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Closed by one side, which closes the other.
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
