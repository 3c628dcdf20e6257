package za.lexohub.embedded.redis;

import static za.lexohub.embedded.part.Ports.HOST;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.Container;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.Ports;

/** A Redis server in a container, of the same version as the one without. */
public final class RedisContainer implements RedisPart {

  private static final Container.Image IMAGE =
      new Container.Image(
          "redis:6.2-alpine",
          6379,
          "/data",
          Map.of(),
          List.of(
              "redis-server", "--appendonly", "yes", "--appendfsync", "everysec", "--save", ""));

  private final DataFolder folder;
  private final Ports ports;
  private @Nullable Container container;
  private int port;

  public RedisContainer(DataFolder folder, Ports ports) {
    this.folder = folder;
    this.ports = ports;
  }

  @Override
  public String name() {
    return "Redis";
  }

  @Override
  public void start() throws IOException {
    port = ports.claim(Listener.REDIS, name());
    container = Container.start(name(), IMAGE, port, folder.folder("containers/redis"), Map.of());
  }

  @Override
  public boolean isReady() {
    return RedisPing.isAnswered(HOST, port);
  }

  @Override
  public String url() {
    return "redis://" + HOST + ":" + port;
  }

  @Override
  public void close() {
    if (container != null) {
      container.close();
      container = null;
    }
  }
}
