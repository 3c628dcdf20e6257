package za.lexohub.audit.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints and tiles in a folder with the keys of the bucket: a copy of it, or the store itself
 * on a machine without S3. One process may write at a time.
 */
public final class FolderObjects implements AuditObjects {

  private final Path folder;

  /**
   * @param folder is made when something is put into it
   */
  public FolderObjects(Path folder) {
    this.folder = folder;
  }

  @Override
  public synchronized void put(String key, byte[] content) {
    Path file = folder.resolve(key);
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.getParent());
      Files.write(aside, content);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw away(key, e);
    }
  }

  @Override
  public synchronized boolean putOnce(String key, byte[] content) {
    if (Files.exists(folder.resolve(key))) {
      return false;
    }
    put(key, content);
    return true;
  }

  @Override
  public synchronized boolean replace(String key, @Nullable String expected, byte[] content) {
    String there = get(key).map(Stored::version).orElse(null);
    if (expected == null ? there != null : !expected.equals(there)) {
      return false;
    }
    put(key, content);
    return true;
  }

  @Override
  public Optional<Stored> get(String key) {
    try {
      byte[] content = Files.readAllBytes(folder.resolve(key));
      return Optional.of(new Stored(content, Integer.toString(Arrays.hashCode(content))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw away(key, e);
    }
  }

  @Override
  public List<String> keysAfter(String prefix, String after) {
    Path below = folder.resolve(prefix);
    if (!Files.isDirectory(below)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(below)) {
      return files
          .map(file -> prefix + file.getFileName())
          .filter(key -> !key.endsWith(".part") && key.compareTo(after) > 0)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw away(prefix, e);
    }
  }

  private Away away(String key, IOException e) {
    return new Away(folder + " did not serve " + key + ": " + e, e);
  }
}
