package za.lexohub.audit.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import za.lexohub.audit.tlog.Note;

/**
 * The key in a file that only its owner may read, made when there is none: PKCS#8 and the public
 * key, both in PEM, which {@code openssl pkey} reads.
 */
public final class SigningKeyFile implements SigningKey {

  static final String NAME = "audit-signing.key";

  private static final String ALGORITHM = "Ed25519";
  private static final int PUBLIC_BYTES = 32;
  private static final byte[] PROBE = "does it fit".getBytes(StandardCharsets.US_ASCII);

  private final PrivateKey secret;
  private final byte[] publicKey;

  private SigningKeyFile(PrivateKey secret, byte[] publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  /**
   * @throws IllegalStateException saying what to do, when the file cannot be read, made or used
   */
  public static SigningKey loadOrCreate(Path directory) {
    return loadOrCreate(directory.resolve(NAME), directory);
  }

  static SigningKey loadOrCreate(Path file, Path directory) {
    try {
      Files.createDirectories(directory);
      if (!Files.exists(file)) {
        create(file);
      }
      return read(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalStateException(
          "The key file "
              + file
              + " cannot be read or made: make the folder writable, or point"
              + " lexohub.keys.directory at another one ("
              + e.getMessage()
              + ").",
          e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Not the cause, whose message may quote what it could not read.
      throw new IllegalStateException(
          "The key file " + file + " does not hold an Ed25519 key; restore it from its backup.");
    }
  }

  private static SigningKey read(String pem) throws GeneralSecurityException {
    PrivateKey secret =
        KeyFactory.getInstance(ALGORITHM)
            .generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY")));
    byte[] encoded = block(pem, "PUBLIC KEY");
    byte[] publicKey =
        Arrays.copyOfRange(encoded, Math.max(0, encoded.length - PUBLIC_BYTES), encoded.length);
    SigningKeyFile key = new SigningKeyFile(secret, publicKey);
    if (!Note.isSignature(PROBE, key.sign(PROBE), publicKey)) {
      throw new IllegalArgumentException("the two halves do not belong together");
    }
    return key;
  }

  private static byte[] block(String pem, String name) {
    Matcher found =
        Pattern.compile("-----BEGIN " + name + "-----([^-]*)-----END " + name + "-----")
            .matcher(pem);
    if (!found.find()) {
      throw new IllegalArgumentException("no " + name);
    }
    return Base64.getMimeDecoder().decode(found.group(1));
  }

  /** Written aside and moved, so that two nodes that start at once end with one whole key. */
  private static void create(Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    Path fresh = Files.createTempFile(file.getParent(), NAME, ".new");
    try {
      if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(
          fresh,
          pem("PRIVATE KEY", pair.getPrivate().getEncoded())
              + pem("PUBLIC KEY", pair.getPublic().getEncoded()));
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // Another node was faster; its key counts.
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static String pem(String name, byte[] content) {
    return "-----BEGIN "
        + name
        + "-----\n"
        + Base64.getEncoder().encodeToString(content)
        + "\n-----END "
        + name
        + "-----\n";
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
