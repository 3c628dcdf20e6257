package za.lexohub.benchmarks.restore;

import static za.lexohub.benchmarks.restore.Elsewhere.head;
import static za.lexohub.benchmarks.restore.Elsewhere.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.benchmarks.Server;
import za.lexohub.benchmarks.projection.Rebuild;
import za.lexohub.embedded.part.Folders;

/**
 * Fills a log and seals it, backs it up while it is written, loses the server, and restores it in
 * other places: to the end of a whole archive, to the end of what a killed server has left of it,
 * and to a chosen event. Every restored log is compared with the last checkpoint outside.
 */
public final class RestoreRun {

  private static final String ORIGIN = "restore.example/log";

  /**
   * How it goes.
   *
   * @param events in the log before the base backup
   * @param perSecond events that are appended meanwhile
   * @param after events before and after the chosen one
   * @param archiveTimeout after which a segment is archived though it is not full
   * @param untilKill how long is written after the archive was whole, before the server is killed
   * @param sealEvery how long an event waits at most for a checkpoint
   * @param models that are made anew on the whole log
   */
  public record Settings(
      int events,
      int perSecond,
      int after,
      Duration archiveTimeout,
      Duration untilKill,
      Duration sealEvery,
      List<String> models) {
    public Settings {
      models = List.copyOf(models);
    }
  }

  private final Settings settings;
  private final Consumer<String> progress;
  private final Path work;
  private final Path keys;
  private final Path bucket;
  private final Archive archive;
  private final Elsewhere elsewhere;

  private RestoreRun(Settings settings, Consumer<String> progress) throws IOException {
    this.settings = settings;
    this.progress = progress;
    work = Path.of("target", "restore-" + ProcessHandle.current().pid()).toAbsolutePath();
    keys = Files.createDirectories(work.resolve("keys"));
    bucket = Files.createDirectories(work.resolve("bucket"));
    archive = new Archive(work);
    elsewhere = new Elsewhere(archive, work, settings.events(), progress);
  }

  /**
   * Does all of it, and leaves nothing behind.
   *
   * @throws IllegalStateException when a restored log is not what it has to be
   */
  public static Outcome run(Settings settings, Consumer<String> progress) throws Exception {
    RestoreRun run = new RestoreRun(settings, progress);
    try {
      return run.run();
    } finally {
      Folders.delete(run.work);
    }
  }

  private Outcome run() throws Exception {
    try (Server source = Server.start()) {
      Archive.prepare(source, settings.archiveTimeout());
      return lose(source);
    }
  }

  private Outcome lose(Server source) throws Exception {
    String chosen;
    long written;
    long bytes;
    double backupSeconds;
    Writing last;
    long killed;
    try (SealedSite site = site(source, bucket, ORIGIN)) {
      progress.accept("Filling a log with %,d events".formatted(settings.events()));
      site.fill(settings.events());
      site.awaitSealed(settings.events());
      elsewhere.note(text(source.database(), "select verifier_key from log_key"));
      archive.begin(source);
      Writing first;
      try (Writing writing = new Writing(site, settings.events(), settings.perSecond())) {
        first = writing;
        progress.accept("Backing up while %,d/s are written".formatted(settings.perSecond()));
        long began = System.nanoTime();
        bytes = archive.takeBase(source);
        backupSeconds = since(began);
        written = writing.head() - settings.events();
        writing.await(settings.after());
        chosen =
            text(
                source.database(), "select xmin from event_log where position = " + writing.head());
        writing.await(settings.after());
      }
      long head = first.head();
      site.awaitSealed(head);
      archive.complete(source);
      Path checkpoint = Files.copy(bucket.resolve(AuditObjects.NEWEST), work.resolve("whole"));
      whole(source, checkpoint, head);
      try (Writing writing = new Writing(site, head, settings.perSecond())) {
        last = writing;
        TimeUnit.MILLISECONDS.sleep(settings.untilKill().toMillis());
        site.awaitSealed(head + 1);
        progress.accept("Killing the server");
        killed = System.nanoTime();
        source.postmaster().destroyForcibly();
      }
    }
    lose(source.folder().resolve("postgres"));
    progress.accept("The server and its folder are lost");
    long end = rest(source);
    chosen(source, chosen);
    return new Outcome(
        settings.events(),
        bytes,
        backupSeconds,
        written,
        archive.segmentBytes(),
        elsewhere.restored(),
        last.head() - end,
        last.secondsBefore(killed, end));
  }

  /** What an orderly end has left. */
  private void whole(Server source, Path checkpoint, long head) throws Exception {
    elsewhere.restore(
        source,
        "the end of a whole archive",
        null,
        checkpoint,
        server -> {
          require(
              head(server.database()) == head,
              "restored to " + head(server.database()) + ", not to " + head);
          if (settings.models().isEmpty()) {
            return 0;
          }
          double seconds = Rebuild.of(server, keys, settings.models(), head);
          progress.accept("Made %s anew in %.1f s".formatted(settings.models(), seconds));
          return seconds;
        });
    require(elsewhere.last().verdict().equals("VERIFIED"), elsewhere.last().verdict());
  }

  /** What a killed server, whose folder is lost, has left. */
  private long rest(Server source) throws Exception {
    elsewhere.restore(
        source,
        "what a killed server has archived",
        null,
        bucket.resolve(AuditObjects.NEWEST),
        server -> 0);
    return elsewhere.last().head();
  }

  /** Back to before something that should not have happened; and how it goes on from there. */
  private void chosen(Server source, String transaction) throws Exception {
    elsewhere.restore(
        source,
        "a chosen event",
        transaction,
        bucket.resolve(AuditObjects.NEWEST),
        server -> {
          goOn(server);
          return 0;
        });
    require(elsewhere.last().missing() > 0, "nothing is missing before the chosen event");
    require(
        elsewhere
            .last()
            .verdict()
            .endsWith(": %d events missing".formatted(elsewhere.last().missing())),
        elsewhere.last().verdict());
  }

  /** The name is another, so that nobody signs two histories under one. */
  private void goOn(Server server) throws Exception {
    long head = head(server.database());
    Verification told = Verification.restored(server.database(), elsewhere.key(), bucket);
    require(told.exitCode() == 1, String.join(" ", told.lines()));
    told.lines().forEach(progress);
    String name = ORIGIN + "/1";
    Verification recorded =
        Verification.restored(
            server.database(),
            elsewhere.key(),
            bucket,
            "--origin",
            name,
            "--by",
            "an operator",
            "--reason",
            "the server and its disk were lost");
    require(recorded.verified(), String.join(" ", recorded.lines()));
    Path fresh = Files.createDirectories(work.resolve("bucket-1"));
    try (SealedSite site = site(server, fresh, name)) {
      site.append(4);
      site.awaitSealed(head + 5);
    }
    Verification again =
        Verification.of(
            server.database(),
            text(server.database(), "select verifier_key from log_key"),
            fresh.resolve(AuditObjects.NEWEST),
            work);
    require(again.verified(), again.verdict());
    progress.accept("It goes on as " + name + ", and is sealed and verified to " + (head + 5));
  }

  private SealedSite site(Server server, Path outside, String name) {
    return new SealedSite(server, keys, outside, name, settings.sealEvery());
  }

  /** As a volume that is gone. Its processes notice by themselves that their parent is dead. */
  private static void lose(Path data) throws IOException, InterruptedException {
    for (int attempt = 0; ; attempt++) {
      try {
        Folders.delete(data);
        return;
      } catch (IOException stillWriting) {
        if (attempt == 50) {
          throw stillWriting;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }
}
