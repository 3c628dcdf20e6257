package za.lexohub.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The master keys in files that only their owner may read: {@code master.key}, made when there is
 * none, wraps; every {@code master-<name>.key} beside it still opens what it has wrapped.
 */
final class KeyFile {

  private static final String NAME = "master.key";

  static MasterKeys loadOrCreate(Path directory) {
    Path file = directory.resolve(NAME);
    try {
      Files.createDirectories(directory);
      if (!Files.exists(file)) {
        create(file);
      }
      MasterKey current = read(file);
      List<MasterKey> accepted = new ArrayList<>();
      for (Path other : others(directory)) {
        accepted.add(read(other));
      }
      return new MasterKeys(current, accepted);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /** Those that are there; none is made. */
  static List<MasterKey> existing(Path directory) {
    List<MasterKey> found = new ArrayList<>();
    try {
      if (Files.exists(directory.resolve(NAME))) {
        found.add(read(directory.resolve(NAME)));
      }
      if (Files.isDirectory(directory)) {
        for (Path other : others(directory)) {
          found.add(read(other));
        }
      }
      return found;
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }

  private static IllegalStateException unusable(Path file, IOException e) {
    return new IllegalStateException(
        "The key file "
            + file
            + " cannot be read or made: make the folder writable, or point"
            + " lexohub.keys.directory at another one ("
            + e.getMessage()
            + ").",
        e);
  }

  private static List<Path> others(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("master-.+\\.key"))
          .sorted()
          .toList();
    }
  }

  private static MasterKey read(Path file) throws IOException {
    try {
      return new LocalMasterKey(Base64.getDecoder().decode(Files.readString(file).strip()));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "The key file " + file + " does not hold 32 bytes in base64; restore it from its backup.",
          e);
    }
  }

  /** Written aside and moved, so that two nodes that start at once end with one whole key. */
  private static void create(Path file) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), NAME, ".new");
    try {
      if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(fresh, Base64.getEncoder().encodeToString(AesGcm.random(AesGcm.KEY_BYTES)));
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // Another node was faster; its key counts.
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private KeyFile() {}
}
