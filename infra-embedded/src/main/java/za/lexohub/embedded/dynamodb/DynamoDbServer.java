package za.lexohub.embedded.dynamodb;

import static za.lexohub.embedded.part.Ports.HOST;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.ChildProcess;
import za.lexohub.embedded.part.ClassPath;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.Ports;

/** DynamoDB Local in a JVM of its own. Tables and items survive a restart. */
public final class DynamoDbServer implements DynamoDbPart {

  private static final List<String> OPTIONS =
      List.of(
          "-Xms32m",
          "-Xmx128m",
          "-XX:+UseSerialGC",
          // SQLite is native.
          "--enable-native-access=ALL-UNNAMED");

  private final DataFolder folder;
  private final Ports ports;
  private @Nullable ChildProcess process;
  private int port;

  public DynamoDbServer(DataFolder folder, Ports ports) {
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
    process =
        ChildProcess.startJava(
            folder,
            name(),
            "dynamodb",
            OPTIONS,
            ClassPath.of("dynamodb", name()),
            List.of(
                "za.lexohub.embedded.table.LocalTables",
                folder.folder("dynamodb").toString(),
                Integer.toString(port)));
  }

  @Override
  public boolean isReady() {
    if (process == null) {
      return false;
    }
    process.requireAlive();
    return DynamoDbPart.super.isReady();
  }

  @Override
  public String endpoint() {
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
