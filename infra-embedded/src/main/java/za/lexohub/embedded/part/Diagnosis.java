package za.lexohub.embedded.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the sentence that tells a person why a part does not run. */
public final class Diagnosis {

  /**
   * Less than this and the parts, which preallocate files, fail in ways that do not mention the
   * disk.
   */
  private static final long FULL_BELOW_BYTES = 32L << 20;

  private Diagnosis() {}

  /** The sentence for a part whose start threw. */
  public static PartFailed of(String part, DataFolder folder, Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof PartFailed failed) {
        return failed;
      }
    }
    String told = told(thrown);
    if (tellsOfFullDisk(told) || isFull(folder.root())) {
      return diskFull(part, folder.root(), thrown);
    }
    return new PartFailed(
        "%s did not start: %s.".formatted(part, withoutFullStop(told)),
        "Read %s, and when the data itself is damaged start with -Dlexohub.fresh=true, which empties it."
            .formatted(folder.folder("logs")),
        thrown);
  }

  /** The sentence for a part whose process ended before it answered. */
  public static PartFailed ended(String part, DataFolder folder, int exitCode, Path log) {
    String tail = tail(log);
    if (tellsOfFullDisk(tail) || isFull(folder.root())) {
      return diskFull(part, folder.root(), null);
    }
    return new PartFailed(
        "%s ended with exit code %d while it was starting%s."
            .formatted(part, exitCode, lastLine(tail)),
        "Read %s.".formatted(log));
  }

  /** The sentence for a part that is still silent when its time is over. */
  public static PartFailed silent(String part, DataFolder folder, long seconds) {
    if (isFull(folder.root())) {
      return diskFull(part, folder.root(), null);
    }
    return new PartFailed(
        "%s did not answer within %d seconds.".formatted(part, seconds),
        "Read %s, and see whether this machine has memory and processor time left."
            .formatted(folder.folder("logs")));
  }

  static PartFailed diskFull(String part, Path root, @Nullable Throwable cause) {
    return new PartFailed(
        "%s cannot start because the disk that holds %s is full.".formatted(part, root),
        "Free some space, or choose a folder on another disk with -Dlexohub.data=<folder>.",
        cause);
  }

  static boolean tellsOfFullDisk(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("no space left on device")
        || lower.contains("not enough space on the disk")
        || lower.contains("disk quota exceeded");
  }

  private static boolean isFull(Path root) {
    try {
      return Files.getFileStore(root).getUsableSpace() < FULL_BELOW_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }

  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "access denied";
      case FileAlreadyExistsException file -> file.getFile() + " is not a folder";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> told(e);
    };
  }

  private static String told(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && text.indexOf(cause.getMessage()) < 0) {
        text.append(text.isEmpty() ? "" : ", because ").append(withoutFullStop(cause.getMessage()));
      }
    }
    return text.isEmpty() ? thrown.getClass().getSimpleName() : text.toString();
  }

  private static String withoutFullStop(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }

  /** The last lines of a log, empty when there is none. */
  public static String tail(Path log) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException noLog) {
      return "";
    }
  }

  private static String lastLine(String tail) {
    return tail.lines()
        .filter(line -> !line.isBlank())
        .reduce((first, second) -> second)
        .map(line -> ", its last words being \"" + line.strip() + "\"")
        .orElse("");
  }
}
