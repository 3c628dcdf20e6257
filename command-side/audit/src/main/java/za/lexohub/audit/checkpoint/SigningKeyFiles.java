package za.lexohub.audit.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keys in files of one folder: {@code audit-signing.key}, which a new log begins with, and one
 * {@code audit-signing-<n>.key} for each that has followed, as does a key that was put there by
 * hand. The file of a key that signs no more may be destroyed.
 */
public final class SigningKeyFiles implements SigningKeys {

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

  @Override
  public SigningKey next(Collection<byte[]> used) {
    return all().stream()
        .filter(key -> used.stream().noneMatch(known -> Arrays.equals(known, key.publicKey())))
        .findFirst()
        .orElseGet(() -> SigningKeyFile.loadOrCreate(unused(used.size()), directory));
  }

  private Path unused(int number) {
    Path file = directory.resolve("audit-signing-" + number + ".key");
    return Files.exists(file) ? unused(number + 1) : file;
  }

  private List<SigningKey> all() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("audit-signing(-.+)?\\.key"))
          .sorted()
          .map(file -> SigningKeyFile.loadOrCreate(file, directory))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
