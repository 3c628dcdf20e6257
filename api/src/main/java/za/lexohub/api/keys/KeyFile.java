package za.lexohub.api.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret in a file that only its owner reads. */
public final class KeyFile {

  /**
   * The secret; made and written when there is none. Two starts at a time come to the same one.
   *
   * @throws UncheckedIOException naming the file, when it cannot be read or written
   */
  public static byte[] readOrMake(Path directory, String name, Supplier<byte[]> make) {
    Path file = directory.resolve(name);
    try {
      if (Files.notExists(file)) {
        write(directory, file, make.get());
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The secret cannot be kept in " + file, e);
    }
  }

  private static void write(Path directory, Path file, byte[] secret) throws IOException {
    Files.createDirectories(directory);
    Path fresh = Files.createTempFile(directory, "key", ".new");
    try {
      if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      Files.write(fresh, secret);
      publish(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Whole, and never over a secret that another start has just made. */
  private static void publish(Path fresh, Path file) throws IOException {
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException another) {
      return;
    } catch (UnsupportedOperationException noLinks) {
      Files.move(fresh, file);
    }
  }

  private KeyFile() {}
}
