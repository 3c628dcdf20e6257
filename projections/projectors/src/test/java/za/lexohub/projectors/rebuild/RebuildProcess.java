package za.lexohub.projectors.rebuild;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;

/** A node in a process of its own, which can be killed as {@code kill -9} does. */
final class RebuildProcess {

  static Process start(Database database) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(RebuildNode.class.getName());
    database.properties().forEach((name, value) -> command.add(name + "=" + value));
    command.add("lexohub.redis.url=" + TestParts.redis().url() + "/13");
    command.add("lexohub.rebuild.batch-size=5");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Path.of("target", "rebuild-process.log").toFile())
        .start();
  }

  private RebuildProcess() {}
}
