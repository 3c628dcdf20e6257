package za.lexohub.embedded.sqs;

import static za.lexohub.embedded.part.Ports.HOST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.ChildProcess;
import za.lexohub.embedded.part.ClassPath;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.Ports;

/** ElasticMQ in a JVM of its own. Messages survive a restart. */
public final class SqsServer implements SqsPart {

  private static final List<String> OPTIONS = List.of("-Xms64m", "-Xmx128m", "-XX:+UseSerialGC");

  private final DataFolder folder;
  private final Ports ports;
  private @Nullable ChildProcess process;
  private int port;

  public SqsServer(DataFolder folder, Ports ports) {
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
    Path sqs = folder.folder("sqs");
    Path configuration = sqs.resolve("elasticmq.conf");
    Files.writeString(
        configuration,
        ElasticMqConfiguration.of(HOST, port, port, HOST, sqs.resolve("messages").toString()));
    process =
        ChildProcess.startJava(
            folder,
            name(),
            "sqs",
            withConfiguration(configuration),
            ClassPath.of("sqs", name()),
            List.of("org.elasticmq.server.Main"));
  }

  private static List<String> withConfiguration(Path configuration) {
    return Stream.concat(OPTIONS.stream(), Stream.of("-Dconfig.file=" + configuration)).toList();
  }

  @Override
  public boolean isReady() {
    if (process == null) {
      return false;
    }
    process.requireAlive();
    return SqsPart.super.isReady();
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
