package za.lexohub.embedded.sqs;

import static za.lexohub.embedded.part.Ports.HOST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.Container;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.Ports;

/** ElasticMQ in a container. */
public final class SqsContainer implements SqsPart {

  private static final int INSIDE = 9324;

  private static final Container.Image IMAGE =
      new Container.Image("softwaremill/elasticmq:1.7.1", INSIDE, "/data", Map.of(), List.of());

  private final DataFolder folder;
  private final Ports ports;
  private @Nullable Container container;
  private int port;

  public SqsContainer(DataFolder folder, Ports ports) {
    this.folder = folder;
    this.ports = ports;
  }

  @Override
  public String name() {
    return "SQS";
  }

  @Override
  public void start() throws IOException {
    port = ports.claim(Listener.SQS, name());
    Path configuration = folder.folder("containers").resolve("elasticmq.conf");
    Files.writeString(
        configuration, ElasticMqConfiguration.of(HOST, port, INSIDE, "0.0.0.0", "/data/messages"));
    container =
        Container.start(
            name(),
            IMAGE,
            port,
            folder.folder("containers/sqs"),
            Map.of(configuration, "/opt/elasticmq.conf"));
  }

  @Override
  public String endpoint() {
    return "http://" + HOST + ":" + port;
  }

  @Override
  public void close() {
    if (container != null) {
      container.close();
      container = null;
    }
  }
}
