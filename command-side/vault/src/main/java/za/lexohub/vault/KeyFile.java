package za.lexohub.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/** The master key in a file that only its owner may read; made when there is none. */
final class KeyFile {

  private static final String NAME = "master.key";

  static MasterKey loadOrCreate(Path directory) {
    Path file = directory.resolve(NAME);
    try {
      Files.createDirectories(directory);
      if (!Files.exists(file)) {
        create(file);
      }
      return new MasterKey(Base64.getDecoder().decode(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new IllegalStateException(
          "The key file "
              + file
              + " cannot be read or made: make the folder writable, or point"
              + " lexohub.keys.directory at another one ("
              + e.getMessage()
              + ").",
          e);
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
