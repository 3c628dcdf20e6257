package za.lexohub.processes;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/**
 * A way to a part that a test can close and open again. It stays on its port while it is closed, so
 * that nobody else takes that meanwhile.
 */
public final class Tunnel implements AutoCloseable {

  private final URI target;
  private final ServerSocket server;
  private final Set<Socket> sockets = new HashSet<>();
  private boolean isOpen = true;

  public Tunnel(String endpoint) {
    target = URI.create(endpoint);
    try {
      server = new ServerSocket();
      server.bind(new InetSocketAddress(InetAddress.getByName(target.getHost()), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public String endpoint() {
    return "http://" + target.getHost() + ":" + server.getLocalPort();
  }

  public synchronized void open() {
    isOpen = true;
  }

  /** Nobody gets through, and who is connected is cut off. */
  public synchronized void cut() {
    isOpen = false;
    sockets.forEach(Tunnel::end);
    sockets.clear();
  }

  @Override
  public void close() {
    cut();
    end(server);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        Thread.ofVirtual().start(() -> connect(near));
      } catch (IOException e) {
        // closed
      }
    }
  }

  private synchronized void connect(Socket near) {
    if (!isOpen) {
      end(near);
      return;
    }
    try {
      Socket far = new Socket(target.getHost(), target.getPort());
      sockets.add(near);
      sockets.add(far);
      Thread.ofVirtual().start(() -> pipe(near, far));
      Thread.ofVirtual().start(() -> pipe(far, near));
    } catch (IOException e) {
      end(near);
    }
  }

  private static void pipe(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // closed by one side, which closes the other
    }
  }

  private static void end(Closeable connection) {
    try {
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
