package za.lexohub.embedded.s3;

import static za.lexohub.embedded.part.Ports.HOST;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.ChildProcess;
import za.lexohub.embedded.part.ClassPath;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.Ports;

/** S3Mock in a JVM of its own, with its objects as files in the data folder. */
public final class S3Server implements S3Part {

  private static final List<String> OPTIONS = List.of("-Xms64m", "-Xmx128m", "-XX:+UseSerialGC");

  private final DataFolder folder;
  private final Ports ports;
  private @Nullable ChildProcess process;
  private int port;

  public S3Server(DataFolder folder, Ports ports) {
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
    process =
        ChildProcess.startJava(
            folder,
            name(),
            "s3",
            OPTIONS,
            ClassPath.of("s3", name()),
            List.of(
                "org.springframework.boot.loader.launch.JarLauncher",
                "--com.adobe.testing.s3mock.store.root=" + folder.folder("s3"),
                "--com.adobe.testing.s3mock.store.retain-files-on-exit=true",
                "--com.adobe.testing.s3mock.store.region=af-south-1",
                "--com.adobe.testing.s3mock.http-port=" + port,
                "--server.address=" + HOST,
                // Its HTTPS port, which nobody uses and which it cannot do without.
                "--server.port=0"));
  }

  @Override
  public boolean isReady() {
    if (process == null) {
      return false;
    }
    process.requireAlive();
    return S3Part.super.isReady();
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
