package za.lexohub.embedded.opensearch;

import static za.lexohub.embedded.part.Ports.HOST;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.Container;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.Ports;

/** An OpenSearch node in a container, without the security plugin, as the one without has none. */
public final class OpenSearchContainer implements OpenSearchPart {

  private static final Container.Image IMAGE =
      new Container.Image(
          "opensearchproject/opensearch:3.8.0",
          9200,
          "/usr/share/opensearch/data",
          Map.of(
              "discovery.type", "single-node",
              "DISABLE_SECURITY_PLUGIN", "true",
              "DISABLE_INSTALL_DEMO_CONFIG", "true",
              "OPENSEARCH_JAVA_OPTS", "-Xms256m -Xmx512m",
              "action.auto_create_index", "false",
              "cluster.routing.allocation.disk.threshold_enabled", "false"),
          List.of());

  private final DataFolder folder;
  private final Ports ports;
  private @Nullable Container container;
  private int port;

  public OpenSearchContainer(DataFolder folder, Ports ports) {
    this.folder = folder;
    this.ports = ports;
  }

  @Override
  public String name() {
    return "OpenSearch";
  }

  @Override
  public void start() throws IOException {
    port = ports.claim(Listener.OPENSEARCH, name());
    container =
        Container.start(name(), IMAGE, port, folder.folder("containers/opensearch"), Map.of());
  }

  @Override
  public String url() {
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
