package za.lexohub.audit.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keys in files of one folder: {@code audit-signing.key}, which a new log begins with, and one
 * {@code audit-signing-<n>.key} for each that has followed or, put there by hand, is to follow: the
 * higher, the later. A file of another name signs and is never offered, since nobody knows when it
 * did. The file of a key that signs no more may be destroyed.
 */
public final class SigningKeyFiles implements SigningKeys {

  private static final Pattern NUMBERED = Pattern.compile("audit-signing(?:-([0-9]{1,9}))?\\.key");

  private final Path directory;

  public SigningKeyFiles(Path directory) {
    this.directory = directory;
  }

  @Override
  public SigningKey first() {
    return SigningKeyFile.loadOrCreate(directory);
  }

  @Override
  public Optional<SigningKey> holding(byte[] publicKey) {
    return all().stream().filter(key -> Arrays.equals(key.publicKey(), publicKey)).findFirst();
  }

  /**
   * The one behind the last that was used. A log that was restored knows the key in force alone, so
   * that a lower one may have signed although it is not among them.
   */
  @Override
  public SigningKey next(Collection<byte[]> used) {
    SortedMap<Integer, SigningKey> numbered = new TreeMap<>();
    for (Path file : files()) {
      Matcher name = NUMBERED.matcher(file.getFileName().toString());
      if (name.matches()) {
        int number = name.group(1) == null ? 0 : Integer.parseInt(name.group(1));
        numbered.put(number, SigningKeyFile.loadOrCreate(file, directory));
      }
    }
    int last =
        numbered.entrySet().stream()
            .filter(file -> isAmong(used, file.getValue()))
            .mapToInt(Map.Entry::getKey)
            .max()
            .orElseThrow(
                () ->
                    new NoneLeft(
                        "The key in force is in no file audit-signing-<n>.key: give it such a name,"
                            + " with a number above those of all others, on every node."));
    return numbered.tailMap(last + 1).values().stream()
        .findFirst()
        .orElseGet(
            () ->
                SigningKeyFile.loadOrCreate(
                    directory.resolve("audit-signing-" + (last + 1) + ".key"), directory));
  }

  private static boolean isAmong(Collection<byte[]> used, SigningKey key) {
    return used.stream().anyMatch(known -> Arrays.equals(known, key.publicKey()));
  }

  private List<SigningKey> all() {
    return files().stream().map(file -> SigningKeyFile.loadOrCreate(file, directory)).toList();
  }

  private List<Path> files() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("audit-signing(-.+)?\\.key"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
