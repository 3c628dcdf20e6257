package za.lexohub.embedded.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The ports that the parts are to listen on; every one is on the loopback address only. */
public final class Ports {

  public static final String HOST = "127.0.0.1";

  /**
   * Below the range that systems hand out for outgoing connections, which could take the port in
   * between.
   */
  private static final int LOWEST_FREE = 20_000;

  private static final int HIGHEST_FREE = 32_000;

  private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

  private final Map<Listener, Integer> wanted;

  /**
   * @param wanted 0 stands for any free port; what is missing takes its usual port
   */
  public Ports(Map<Listener, Integer> wanted) {
    this.wanted = Map.copyOf(wanted);
  }

  /**
   * The port for a listener, free at this moment.
   *
   * @throws PartFailed when the wanted port is taken; the sentence names the part
   */
  public int claim(Listener listener, String part) {
    int port = wanted.getOrDefault(listener, listener.usualPort());
    if (port == 0) {
      return free(part);
    }
    if (!isFree(port)) {
      throw new PartFailed(
          "%s cannot listen on port %d because another program already does.".formatted(part, port),
          "Stop that program, or move %s with -D%s=<port> (0 takes any free port)."
              .formatted(part, listener.property()));
    }
    return port;
  }

  private static int free(String part) {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE);
      if (isFree(port) && HANDED_OUT.add(port)) {
        return port;
      }
    }
    throw new PartFailed(
        "%s found no free port between %d and %d.".formatted(part, LOWEST_FREE, HIGHEST_FREE),
        "End some of the programs that listen there.");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
