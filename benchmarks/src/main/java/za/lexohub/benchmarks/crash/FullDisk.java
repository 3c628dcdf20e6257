package za.lexohub.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A disk without room, as a server sees it: no file of it may grow past a few blocks, the log of
 * its transactions least of all. PostgreSQL gives up at the first write that fails, and cannot
 * recover before there is room again.
 */
final class FullDisk {

  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
  private static final int BYTES = 32 * 1024;

  private FullDisk() {}

  /** Only Linux can change the limits of processes that run. */
  static boolean works() {
    return Files.isExecutable(PRLIMIT);
  }

  /** For the server and every process of it, until they end. */
  static void strike(ProcessHandle postmaster) throws IOException, InterruptedException {
    List<ProcessHandle> processes =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    for (ProcessHandle process : processes) {
      int refused =
          new ProcessBuilder(
                  PRLIMIT.toString(), "--pid", Long.toString(process.pid()), "--fsize=" + BYTES)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (refused != 0 && process.isAlive()) {
        throw new IOException("the limit of process " + process.pid() + " was not changed");
      }
    }
  }
}
