package za.lexohub.embedded.part;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A part's own process. It is written down, so that it is found again if this process is killed.
 */
public final class ChildProcess implements AutoCloseable {

  private static final String COMPILERS = "LEXOHUB_PARTS_COMPILERS";

  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final long PATIENCE_SECONDS = 15;

  private final String part;
  private final DataFolder folder;
  private final Process process;
  private final Path log;
  private final Path remembered;

  private ChildProcess(String part, DataFolder folder, Process process, Path log, Path remembered) {
    this.part = part;
    this.folder = folder;
    this.process = process;
    this.log = log;
    this.remembered = remembered;
  }

  /**
   * Starts a program.
   *
   * @param name of its files: what it says goes to {@code logs/<name>.log}
   */
  public static ChildProcess start(
      DataFolder folder, String part, String name, Path program, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      // A Ctrl-C in the terminal reaches every process in its group. The parts have to outlive the
      // application that is
      // still putting its things in order, so they get a group of their own.
      command.add(SETSID.toString());
    }
    Path real = program.toRealPath();
    command.add(real.toString());
    command.addAll(arguments);
    Path log = folder.log(name);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
    // S3Mock is a Spring application too; what is meant for ours must not configure it.
    builder
        .environment()
        .keySet()
        .removeIf(variable -> variable.matches("(SPRING|SERVER|MANAGEMENT|LOGGING)_.*"));
    Process process = builder.start();
    return new ChildProcess(
        part, folder, process, log, Orphans.remember(folder.run(), name, process, real));
  }

  /**
   * Starts a main class in a JVM of its own, which ends with this one. The JDK is the one that runs
   * this. It compiles quickly rather than well, because a part is there for a short time and is to
   * start soon, unless {@value #COMPILERS} is {@code all} in the environment: for who measures.
   */
  public static ChildProcess startJava(
      DataFolder folder,
      String part,
      String name,
      List<String> options,
      String classPath,
      List<String> mainAndArguments)
      throws IOException {
    List<String> arguments = new ArrayList<>(options);
    if (!"all".equals(System.getenv(COMPILERS))) {
      arguments.add("-XX:TieredStopAtLevel=1");
    }
    arguments.add("-cp");
    arguments.add(leash(folder) + File.pathSeparator + classPath);
    arguments.add(Leash.class.getName());
    arguments.addAll(mainAndArguments);
    return start(folder, part, name, java(), arguments);
  }

  private static Path java() {
    return ProcessHandle.current()
        .info()
        .command()
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  /** Alone in a folder, so that nothing else of this class path reaches the child. */
  private static synchronized Path leash(DataFolder folder) throws IOException {
    Path classes = folder.folder("run").resolve("leash");
    String resource = Leash.class.getName().replace('.', '/') + ".class";
    Path target = classes.resolve(resource);
    Files.createDirectories(target.getParent());
    try (InputStream bytes = Leash.class.getClassLoader().getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IOException(resource + " is missing from the class path");
      }
      // Another part's JVM may be reading the class at this moment: it finds the old one or the new
      // one, never half of it.
      Path fresh = Files.createTempFile(classes, "Leash", ".class");
      Files.copy(bytes, fresh, StandardCopyOption.REPLACE_EXISTING);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }
    return classes;
  }

  /**
   * Does nothing as long as the process runs.
   *
   * @throws PartFailed when it has ended
   */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw Diagnosis.ended(part, folder, process.exitValue(), log);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try {
      Files.deleteIfExists(remembered);
    } catch (IOException harmless) {
      // The next start sees that the process it names is gone.
    }
  }
}
