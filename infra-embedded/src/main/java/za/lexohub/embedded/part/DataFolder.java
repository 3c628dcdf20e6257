package za.lexohub.embedded.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that the parts keep their data in between two runs. One running LexoHub owns it at a
 * time.
 *
 * <p>Opening it ends whatever a killed owner left running in it, and nothing else.
 */
public final class DataFolder implements AutoCloseable {

  private static final String LOCK = "lock";
  private static final String RUN = "run";
  private static final String PROGRAMS = "programs";

  /** Says that this folder holds LexoHub's data and nothing else, so that it may be emptied. */
  private static final String MARKER = "lexohub-data";

  private static final Set<String> KEPT = Set.of(LOCK, PROGRAMS, MARKER);

  private final Path root;
  private final FileChannel lockChannel;
  private final Credentials credentials;

  private DataFolder(Path root, FileChannel lockChannel, Credentials credentials) {
    this.root = root;
    this.lockChannel = lockChannel;
    this.credentials = credentials;
  }

  /**
   * Takes the folder into possession.
   *
   * @param fresh whether to empty it first; unpacked programs stay, they hold no data
   * @throws PartFailed when it cannot be written, another LexoHub runs on it, or it is to be
   *     emptied and was not made by LexoHub
   */
  public static DataFolder open(Path folder, boolean fresh) {
    Path root = folder.toAbsolutePath().normalize();
    boolean ours = isOurs(root);
    if (fresh && !ours) {
      throw new PartFailed(
          "LexoHub does not empty the folder %s, because it holds files that are not LexoHub's."
              .formatted(root),
          "Choose an empty or a new folder with -Dlexohub.data=<folder>, or delete this one"
              + " yourself.");
    }
    FileChannel lock = lock(root);
    try {
      if (ours) {
        Files.writeString(root.resolve(MARKER), "The data of a LexoHub that runs on this machine.");
      }
      Orphans.reap(root.resolve(RUN), root.resolve("postgres"));
      if (fresh) {
        empty(root);
      }
      Files.createDirectories(root.resolve(RUN));
      Files.writeString(owner(root), Long.toString(ProcessHandle.current().pid()));
      return new DataFolder(root, lock, Credentials.in(root));
    } catch (IOException e) {
      closeQuietly(lock);
      throw unwritable(root, e);
    } catch (RuntimeException e) {
      closeQuietly(lock);
      throw e;
    }
  }

  /** Whether LexoHub made this folder, or makes it now out of nothing. */
  private static boolean isOurs(Path root) {
    if (Files.exists(root.resolve(MARKER)) || Files.notExists(root)) {
      return true;
    }
    try {
      return children(root).isEmpty();
    } catch (IOException e) {
      throw unwritable(root, e);
    }
  }

  private static FileChannel lock(Path root) {
    FileChannel channel = null;
    try {
      Files.createDirectories(root);
      channel =
          FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException ownedByThisProcess) {
      // The same answer as for another process.
    } catch (IOException e) {
      closeQuietly(channel);
      throw unwritable(root, e);
    }
    closeQuietly(channel);
    throw new PartFailed(
        "LexoHub already runs on the data folder %s%s.".formatted(root, runningAs(root)),
        "Stop it, or start this one on another folder with -Dlexohub.data=<folder>.");
  }

  private static String runningAs(Path root) {
    try {
      return " as process " + Files.readString(owner(root)).strip();
    } catch (IOException notWrittenYet) {
      return "";
    }
  }

  private static Path owner(Path root) {
    return root.resolve(RUN).resolve("owner");
  }

  private static PartFailed unwritable(Path root, IOException e) {
    if (Diagnosis.tellsOfFullDisk(String.valueOf(e.getMessage()))) {
      return Diagnosis.diskFull("LexoHub", root, e);
    }
    return new PartFailed(
        "LexoHub cannot write to its data folder %s (%s).".formatted(root, Diagnosis.reason(e)),
        "Make it writable for this user, or choose another one with -Dlexohub.data=<folder>.",
        e);
  }

  private static void empty(Path root) throws IOException {
    for (Path child : children(root)) {
      Folders.delete(child);
    }
  }

  /** What an empty folder does not have. */
  private static List<Path> children(Path root) throws IOException {
    try (Stream<Path> list = Files.list(root)) {
      return list.filter(child -> !KEPT.contains(child.getFileName().toString())).toList();
    }
  }

  /** A folder of this name below the root, which exists when this returns. */
  public Path folder(String name) {
    return created(root.resolve(name));
  }

  /** Where programs are unpacked; it survives a fresh start. */
  public Path programs() {
    return folder(PROGRAMS);
  }

  /** Where a part's own output goes. */
  public Path log(String fileName) {
    return folder("logs").resolve(fileName + ".log");
  }

  public Path root() {
    return root;
  }

  public Credentials credentials() {
    return credentials;
  }

  Path run() {
    return folder(RUN);
  }

  private Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(root, e);
    }
  }

  /** Deletes the data. The folder itself, its lock and the unpacked programs stay. */
  public void empty() {
    try {
      empty(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closeQuietly(lockChannel);
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException closingAnyway) {
      // The system releases the lock when the process ends.
    }
  }
}
