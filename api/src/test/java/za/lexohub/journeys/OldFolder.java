package za.lexohub.journeys;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a release left behind: its data folder, and what it answered before it was stopped. */
final class OldFolder {

  /** Whom was asked what, and what they were answered. */
  record Known(String user, String path, JsonNode answer) {}

  /**
   * The log, as it was left.
   *
   * @param hash SHA-256, hex, of all leaf hashes in the order of the log
   */
  record Leaves(long events, String hash) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path fixture;

  OldFolder(String release) {
    fixture = Path.of("src/test/resources/fixtures", release);
  }

  /** A fresh copy, with the access rights that PostgreSQL insists on. */
  Path unpack(Path target) throws IOException {
    delete(target);
    Files.createDirectories(target);
    try (InputStream file = Files.newInputStream(fixture.resolve("lexohub-folder.tar.xz"));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(file)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException(entry.getName() + " lies outside");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
        }
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(entry.isDirectory() ? "rwx------" : "rw-------"));
      }
    }
    return target;
  }

  List<Known> answers() throws IOException {
    try (Stream<Path> files = Files.list(fixture.resolve("answers"))) {
      return files.sorted().map(OldFolder::known).toList();
    }
  }

  Leaves leaves() {
    JsonNode leaves = JSON.readTree(fixture.resolve("leaves.json").toFile());
    return new Leaves(leaves.required("events").asLong(), leaves.required("hash").asString());
  }

  private static Known known(Path file) {
    String name = file.getFileName().toString().replace(".json", "");
    String user = name.substring(0, name.indexOf('-'));
    String asked = name.substring(user.length() + 1);
    String path =
        asked.equals("workflow-counts")
            ? "workflow/counts"
            : asked.replaceFirst("^(matters|pro-formas|invoices|workflows)-", "$1/");
    return new Known(
        user,
        "/api/v1/" + path + (path.contains("/") ? "" : "?limit=500"),
        JSON.readTree(file.toFile()));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
