package za.lexohub.embedded.table;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * DynamoDB Local on 127.0.0.1.
 *
 * <p>Its own main class listens on every address of the machine and lets the pages of every site
 * ask; it checks no signature either. The address is no option of its: it is set on the server it
 * has made.
 */
public final class LocalTables {

  private static final String HOST = "127.0.0.1";

  private LocalTables() {}

  /** Runs until the JVM is told to end. Takes the folder of the data and the port. */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]).toAbsolutePath();
    Files.createDirectories(data);
    DynamoDBProxyServer tables =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {
              "-port",
              arguments[1],
              "-sharedDb",
              "-disableTelemetry",
              "-cors",
              "http://" + HOST + ":" + arguments[1],
              "-dbPath",
              data.toString()
            });
    for (Connector connector : http(tables).getConnectors()) {
      ((ServerConnector) connector).setHost(HOST);
    }
    tables.safeStart();
    tables.join();
  }

  private static Server http(DynamoDBProxyServer tables) throws ReflectiveOperationException {
    Field server = DynamoDBProxyServer.class.getDeclaredField("server");
    server.setAccessible(true);
    return (Server) server.get(tables);
  }
}
