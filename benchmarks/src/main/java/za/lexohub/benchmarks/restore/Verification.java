package za.lexohub.benchmarks.restore;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import za.lexohub.audit.AuditCommand;
import za.lexohub.embedded.postgres.Database;

/** The commands that an operator types on a restored log, and what they have said. */
record Verification(int exitCode, List<String> lines, double seconds) {

  /**
   * Exports the whole log and has the verifier compare it with a checkpoint that was stored
   * outside. Events after the checkpoint are allowed.
   */
  static Verification of(Database database, String key, Path checkpoint, Path work)
      throws Exception {
    Path export = work.resolve("log.ndjson.gz");
    long began = System.nanoTime();
    try {
      Verification exported =
          run(
              database,
              "export",
              "--jdbc",
              database.url(),
              "--user",
              database.application(),
              "--origin",
              key.substring(0, key.indexOf('+')),
              "--out",
              export.toString());
      if (exported.exitCode != 0) {
        throw new IllegalStateException(String.join("\n", exported.lines));
      }
      Verification verified =
          run(
              database,
              "verify",
              "export",
              "--key",
              key,
              "--checkpoint",
              checkpoint.toString(),
              "--allow-unsealed",
              export.toString());
      return new Verification(verified.exitCode, verified.lines, (System.nanoTime() - began) / 1e9);
    } finally {
      Files.deleteIfExists(export);
    }
  }

  /** {@code audit restored}, as the owner. */
  static Verification restored(Database database, String key, Path bucket, String... more) {
    String[] words = {
      "restored",
      "--jdbc",
      database.url(),
      "--user",
      database.owner(),
      "--key",
      key,
      "--bucket",
      bucket.toString()
    };
    String[] all = new String[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return run(database, all);
  }

  private static Verification run(Database database, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    long began = System.nanoTime();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream progress = new PrintStream(PrintStream.nullOutputStream())) {
      int exitCode =
          AuditCommand.run(
              words,
              name -> name.equals("LEXOHUB_DB_PASSWORD") ? database.password() : null,
              out,
              progress);
      return new Verification(
          exitCode,
          said.toString(StandardCharsets.UTF_8).lines().toList(),
          (System.nanoTime() - began) / 1e9);
    }
  }

  boolean verified() {
    return exitCode == 0;
  }

  /** The finding, or that there is none. */
  String verdict() {
    return lines.stream()
        .filter(line -> line.strip().startsWith("!"))
        .findFirst()
        .map(line -> "NOT VERIFIED: " + line.strip().substring(1).strip())
        .orElse(verified() ? "VERIFIED" : String.join(" ", lines));
  }
}
