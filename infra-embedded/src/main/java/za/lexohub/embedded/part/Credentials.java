package za.lexohub.embedded.part;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The passwords and keys of the parts in one data folder, made up when the folder is made.
 *
 * @param databasePassword of the two database roles of the application
 * @param analystPassword of the role that analysts log in as: with it nobody is the application
 * @param accessKeyId names the caller to S3, SQS and EventBridge
 * @param secretAccessKey what that caller signs with
 */
public record Credentials(
    String databasePassword, String analystPassword, String accessKeyId, String secretAccessKey) {

  private static final String ANALYST_PASSWORD = "analyst-password";

  static Credentials in(Path root) throws IOException {
    Path file = root.resolve("credentials.properties");
    Properties kept = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      }
    }
    // An incomplete file is what a crash in the middle of the first start leaves.
    if (!kept.keySet()
        .containsAll(List.of("database-password", "access-key-id", "secret-access-key"))) {
      kept.setProperty("database-password", random(16));
      kept.setProperty("access-key-id", "LEXOHUB" + random(6).toUpperCase(Locale.ROOT));
      kept.setProperty("secret-access-key", random(20));
      write(file, kept);
    }
    // A folder of a release before there were analysts lacks it, and keeps all others.
    if (!kept.containsKey(ANALYST_PASSWORD)) {
      kept.setProperty(ANALYST_PASSWORD, random(16));
      write(file, kept);
    }
    return new Credentials(
        kept.getProperty("database-password"),
        kept.getProperty(ANALYST_PASSWORD),
        kept.getProperty("access-key-id"),
        kept.getProperty("secret-access-key"));
  }

  private static void write(Path file, Properties properties) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, "Of the parts in this folder only.");
    }
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
