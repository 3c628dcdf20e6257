package za.lexohub.embedded.opensearch;

import static za.lexohub.embedded.part.Ports.HOST;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.ChildProcess;
import za.lexohub.embedded.part.ClassPath;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.Ports;

/** An OpenSearch node in a JVM of its own. */
public final class OpenSearchServer implements OpenSearchPart {

  private static final List<String> OPTIONS =
      List.of(
          "-Xms256m",
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "-Dlog4j2.disable.jmx=true");

  private final DataFolder folder;
  private final Ports ports;
  private @Nullable ChildProcess process;
  private int port;

  public OpenSearchServer(DataFolder folder, Ports ports) {
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
    process =
        ChildProcess.startJava(
            folder,
            name(),
            "opensearch",
            OPTIONS,
            ClassPath.of("opensearch", name()),
            List.of(
                "za.lexohub.embedded.node.OpenSearchNode",
                folder.folder("opensearch").toString(),
                Integer.toString(port)));
  }

  @Override
  public boolean isReady() {
    if (process == null) {
      return false;
    }
    process.requireAlive();
    return OpenSearchPart.super.isReady();
  }

  @Override
  public String url() {
    return "http://" + HOST + ":" + port;
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
      process = null;
    }
  }
}
