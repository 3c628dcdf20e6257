package za.lexohub.embedded.postgres;

import static za.lexohub.embedded.part.Ports.HOST;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Diagnosis;
import za.lexohub.embedded.part.Folders;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.PartFailed;
import za.lexohub.embedded.part.Ports;

/** A PostgreSQL server as processes of this machine, which flushes every commit to the disk. */
public final class PostgresServer implements PostgresPart {

  /** The name of the file that says that the data folder was initialised to the end. */
  private static final String INITIALISED = "lexohub.initialised";

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

  private final DataFolder folder;
  private final Ports ports;
  private final Duration limit;
  private @Nullable EmbeddedPostgres server;
  private @Nullable Databases databases;
  private @Nullable Database database;
  private boolean closed;

  public PostgresServer(DataFolder folder, Ports ports, Duration limit) {
    this.folder = folder;
    this.ports = ports;
    this.limit = limit;
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public void start() throws IOException, SQLException {
    int port = ports.claim(Listener.POSTGRES, name());
    requireUserNamespaces();
    Path data = folder.folder("postgres");
    Path programs = folder.programs().resolve("postgres");
    Files.createDirectories(programs);
    discardHalfInitialised(data);
    Path log = folder.log("postgres");
    Files.deleteIfExists(log);
    ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
    try {
      EmbeddedPostgres started =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(programs.toFile())
              .setPgBinaryResolver(new Binaries(programs))
              .setRegisterShutdownHook(false)
              .setPGStartupWait(limit)
              .setOutputRedirector(output)
              .setErrorRedirector(output)
              .setDataDirectoryCustomizer(PostgresServer::askForPasswords)
              // Sorts and folds letters the same way on every platform, whatever its C library.
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("locale", "C")
              // Zonky turns both off, for tests that may lose everything. An event store may not.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("listen_addresses", HOST)
              .setServerConfig("unix_socket_directories", "")
              .start();
      keep(started);
    } catch (RuntimeException | IOException e) {
      // Zonky passes over files that it could not unpack, and would take what is there for good
      // ever after.
      Folders.delete(programs);
      throw new IOException(e.getMessage() + " (" + lastWords(log) + ")", e);
    } catch (ExceptionInInitializerError e) {
      // How Zonky says that it could not unpack the programs.
      Folders.delete(programs);
      throw new IOException(
          String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
    }
    databases = new Databases(HOST, port, "", folder.credentials());
    database = databases.provideMain();
    Path initialised = data.resolve(INITIALISED);
    if (!Files.exists(initialised)) {
      Files.createFile(initialised);
    }
  }

  /**
   * Unpacking and initialising cannot be interrupted, so that the part may have been closed
   * meanwhile.
   */
  private synchronized void keep(EmbeddedPostgres started) throws IOException {
    server = started;
    if (closed) {
      close();
      throw new IOException("it was stopped while it was starting");
    }
  }

  /** As root, PostgreSQL runs in a user namespace, and some containers forbid these. */
  private void requireUserNamespaces() {
    if (runsAsRoot() && !LinuxUtils.isUnshareAvailable()) {
      throw new PartFailed(
          "PostgreSQL refuses to run as root, and this system forbids the user namespaces that"
              + " would let it.",
          "Start LexoHub as another user, or allow user namespaces (sysctl"
              + " user.max_user_namespaces, or the container's seccomp profile).");
    }
  }

  private boolean runsAsRoot() {
    try {
      return "root".equals(Files.getOwner(folder.root()).getName())
          && "root".equals(System.getProperty("user.name"));
    } catch (IOException unknown) {
      return false;
    }
  }

  /** Nobody has connected before the file was written, so nothing is lost. */
  private static void discardHalfInitialised(Path data) throws IOException {
    if (Files.exists(data.resolve(INITIALISED))) {
      return;
    }
    Folders.delete(data);
    try {
      Files.createDirectory(
          data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (UnsupportedOperationException notPosix) {
      Files.createDirectory(data);
    }
  }

  /** The roles of the application prove who they are; only the superuser is taken at its word. */
  private static void askForPasswords(File data) {
    try {
      Files.writeString(
          data.toPath().resolve("pg_hba.conf"),
          """
          host all %s 127.0.0.1/32 trust
          host all all 127.0.0.1/32 scram-sha-256
          """
              .formatted(Databases.SUPERUSER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lastWords(Path log) {
    List<String> lines = Diagnosis.tail(log).lines().filter(line -> !line.isBlank()).toList();
    return lines.stream()
        .filter(
            line -> line.contains("FATAL") || line.contains("error") || line.contains("No space"))
        .findFirst()
        .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast())
        .strip();
  }

  @Override
  public boolean isReady() {
    return databases != null && databases.answers();
  }

  @Override
  public Database database() {
    if (database == null) {
      throw new IllegalStateException("PostgreSQL was not started");
    }
    return database;
  }

  @Override
  public Database createDatabase(String name) {
    if (databases == null) {
      throw new IllegalStateException("PostgreSQL was not started");
    }
    return databases.createFresh(name);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (server == null) {
      return;
    }
    ProcessHandle postmaster = postmaster();
    try {
      server.close();
    } catch (IOException closingAnyway) {
      // The wait below decides.
    }
    server = null;
    databases = null;
    if (postmaster != null) {
      // pg_ctl gives up after five seconds, while a last checkpoint may still be written.
      try {
        postmaster.onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception stillRunning) {
        postmaster.destroyForcibly();
      }
    }
  }

  private @Nullable ProcessHandle postmaster() {
    try {
      String pid =
          Files.readAllLines(folder.folder("postgres").resolve("postmaster.pid"))
              .getFirst()
              .strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElse(null);
    } catch (IOException | NumberFormatException alreadyGone) {
      return null;
    }
  }

  /** Zonky unpacks once per resolver it has seen, and compares them: one per folder. */
  private record Binaries(Path programs) implements PgBinaryResolver {
    @Override
    public @Nullable InputStream getPgBinary(String system, String machineHardware)
        throws IOException {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
    }
  }
}
