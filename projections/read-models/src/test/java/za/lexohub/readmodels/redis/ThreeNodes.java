package za.lexohub.readmodels.redis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** A Redis Cluster of three servers of this machine, each with a third of the slots. */
public final class ThreeNodes implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int NODES = 3;
  private static final int SLOTS = 16384;

  /** Nodes talk to each other on their port and this. */
  private static final int BUS = 10_000;

  private final List<Process> processes = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();
  private final Thread atTheEnd = new Thread(this::stop, "close-redis-cluster");

  /** Nobody listens yet. */
  public ThreeNodes() {
    while (ports.size() < NODES) {
      int port = ThreadLocalRandom.current().nextInt(11_000, 20_000);
      if (!ports.contains(port) && isFree(port) && isFree(port + BUS)) {
        ports.add(port);
      }
    }
  }

  /** Where a client begins. */
  public URI url() {
    return URI.create("redis://" + HOST + ":" + ports.getFirst());
  }

  public void start() throws IOException {
    Runtime.getRuntime().addShutdownHook(atTheEnd);
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "redis-cluster");
    Path program =
        ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath().toRealPath();
    for (int port : ports) {
      Path data = Files.createDirectory(folder.resolve("node-" + port));
      processes.add(
          new ProcessBuilder(
                  program.toString(),
                  "--port",
                  Integer.toString(port),
                  "--bind",
                  HOST,
                  "--dir",
                  data.toString(),
                  "--cluster-enabled",
                  "yes",
                  "--save",
                  "")
              .redirectErrorStream(true)
              .redirectOutput(data.resolve("log").toFile())
              .start());
    }
    for (int node = 0; node < NODES; node++) {
      join(node);
    }
    ports.forEach(port -> await(port, "cluster_state:ok"));
  }

  /** How many keys each node has. */
  public List<Long> sizes() {
    List<Long> sizes = new ArrayList<>();
    for (int port : ports) {
      try (Jedis node = new Jedis(HOST, port)) {
        sizes.add(node.dbSize());
      }
    }
    return sizes;
  }

  private void join(int node) {
    await(ports.get(node), "cluster_enabled");
    try (Jedis redis = new Jedis(HOST, ports.get(node))) {
      redis.clusterSetConfigEpoch(node + 1L);
      redis.clusterAddSlots(
          IntStream.range(node * SLOTS / NODES, (node + 1) * SLOTS / NODES).toArray());
      redis.clusterMeet(HOST, ports.getFirst());
    }
  }

  private static void await(int port, String said) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              try (Jedis redis = new Jedis(HOST, port)) {
                return (redis.clusterInfo() + redis.info("cluster")).contains(said);
              } catch (JedisException notYet) {
                return false;
              }
            });
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(HOST, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private void stop() {
    processes.forEach(Process::destroy);
    for (Process process : processes) {
      process.onExit().join();
    }
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
  }
}
