package za.lexohub.api.localissuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;

/** The local issuer's key, kept in a file so that tokens outlive a restart. */
final class SigningKey {
  private static final String FILE = "local-issuer.jwk";

  static RSAKey in(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      if (Files.notExists(file)) {
        create(directory, file);
      }
      return RSAKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The signing key cannot be kept in " + file, e);
    } catch (ParseException e) {
      throw new IllegalStateException(
          file + " is not a signing key; delete it to have a new one made", e);
    }
  }

  private static void create(Path directory, Path file) throws IOException {
    Files.createDirectories(directory);
    Path fresh = Files.createTempFile(directory, FILE, ".new");
    try {
      if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(fresh, generate().toJSONString());
      link(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Never over a key that another start has just made. */
  private static void link(Path fresh, Path file) throws IOException {
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException another) {
      return;
    } catch (UnsupportedOperationException | AtomicMoveNotSupportedException noLinks) {
      Files.move(fresh, file);
    }
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyID(UUID.randomUUID().toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("no RSA on this JVM", e);
    }
  }

  private SigningKey() {}
}
