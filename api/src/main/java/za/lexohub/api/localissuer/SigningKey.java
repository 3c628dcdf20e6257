package za.lexohub.api.localissuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.UUID;
import za.lexohub.api.keys.KeyFile;

/** The local issuer's key, kept in a file so that tokens outlive a restart. */
final class SigningKey {
  private static final String FILE = "local-issuer.jwk";

  static RSAKey in(Path directory) {
    byte[] kept =
        KeyFile.readOrMake(
            directory, FILE, () -> generate().toJSONString().getBytes(StandardCharsets.UTF_8));
    try {
      return RSAKey.parse(new String(kept, StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException(
          directory.resolve(FILE) + " is not a signing key; delete it to have a new one made", e);
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
