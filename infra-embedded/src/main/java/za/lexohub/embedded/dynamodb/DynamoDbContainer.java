package za.lexohub.embedded.dynamodb;

import static za.lexohub.embedded.part.Ports.HOST;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.Container;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.Ports;

/** DynamoDB Local in a container. */
public final class DynamoDbContainer implements DynamoDbPart {

  private static final Container.Image IMAGE =
      new Container.Image(
          "amazon/dynamodb-local:3.3.1",
          8000,
          "/home/dynamodblocal/data",
          Map.of(),
          List.of(
              "-jar", "DynamoDBLocal.jar", "-sharedDb", "-disableTelemetry", "-dbPath", "./data"));

  private final DataFolder folder;
  private final Ports ports;
  private @Nullable Container container;
  private int port;

  public DynamoDbContainer(DataFolder folder, Ports ports) {
    this.folder = folder;
    this.ports = ports;
  }

  @Override
  public String name() {
    return "DynamoDB";
  }

  @Override
  public void start() throws IOException {
    port = ports.claim(Listener.DYNAMODB, name());
    container =
        Container.start(name(), IMAGE, port, folder.folder("containers/dynamodb"), Map.of());
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
