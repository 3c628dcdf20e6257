package za.lexohub.embedded.s3;

import static za.lexohub.embedded.part.Ports.HOST;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.Container;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.Ports;

/** S3Mock in a container. */
public final class S3Container implements S3Part {

  private static final Container.Image IMAGE =
      new Container.Image(
          "adobe/s3mock:5.2.0",
          9090,
          "/data",
          Map.of(
              "COM_ADOBE_TESTING_S3MOCK_STORE_ROOT", "/data",
              "COM_ADOBE_TESTING_S3MOCK_STORE_RETAIN_FILES_ON_EXIT", "true",
              "COM_ADOBE_TESTING_S3MOCK_STORE_REGION", "af-south-1"),
          List.of());

  private final DataFolder folder;
  private final Ports ports;
  private @Nullable Container container;
  private int port;

  public S3Container(DataFolder folder, Ports ports) {
    this.folder = folder;
    this.ports = ports;
  }

  @Override
  public String name() {
    return "S3";
  }

  @Override
  public void start() throws IOException {
    port = ports.claim(Listener.S3, name());
    container = Container.start(name(), IMAGE, port, folder.folder("containers/s3"), Map.of());
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
