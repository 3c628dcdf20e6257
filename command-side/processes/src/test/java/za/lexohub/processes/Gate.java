package za.lexohub.processes;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port before a real part. Shut, the part is down for whoever comes through it. */
public final class Gate implements AutoCloseable {

  private final ServerSocket listener;
  private final String host;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean open = true;

  public Gate(String host, int port) {
    this.host = host;
    this.port = port;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  public void shut() {
    open = false;
    sockets.forEach(Gate::drop);
  }

  public void open() {
    open = true;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket outside = listener.accept();
        if (open) {
          Socket inside = new Socket(host, port);
          sockets.add(outside);
          sockets.add(inside);
          Thread.ofPlatform().daemon().start(() -> pump(outside, inside));
          Thread.ofPlatform().daemon().start(() -> pump(inside, outside));
        } else {
          drop(outside);
        }
      } catch (IOException e) {
        // The listener is closed, or the part is really down: the caller sees that.
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // One side is gone; so is the other, now.
    } finally {
      drop(from);
      drop(to);
    }
  }

  private static void drop(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  @Override
  public void close() {
    drop(listener);
    shut();
  }
}
