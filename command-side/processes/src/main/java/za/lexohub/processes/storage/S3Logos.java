package za.lexohub.processes.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.Documents.DocumentsUnavailable;
import za.lexohub.messages.document.Logos;

/**
 * The logos in S3. Not sealed: they stand on every paper that leaves the house, and name nobody.
 */
final class S3Logos implements Logos {

  private static final String PNG = "image/png";

  private final S3Client s3;
  private final String bucket;

  S3Logos(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public String keep(TenantId tenant, byte[] uploaded) {
    byte[] png = LogoPicture.png(uploaded);
    byte[] hash = sha256(png);
    String sha256 = HexFormat.of().formatHex(hash);
    String key = DocumentKeys.logo(tenant, sha256);
    try {
      s3.putObject(
          put ->
              put.bucket(bucket)
                  .key(key)
                  .ifNoneMatch("*")
                  .contentType(PNG)
                  .checksumSHA256(Base64.getEncoder().encodeToString(hash))
                  .metadata(Map.of("tenant", tenant.value(), "sha256", sha256))
                  .overrideConfiguration(bounded()),
          RequestBody.fromBytes(png));
    } catch (S3Exception e) {
      if (e.statusCode() != 412) {
        throw unavailable(key, e);
      }
      // It lies there already; under this key it can only be the same.
    } catch (SdkException e) {
      throw unavailable(key, e);
    }
    return sha256;
  }

  @Override
  public byte[] read(TenantId tenant, String sha256) {
    String key = DocumentKeys.logo(tenant, sha256);
    byte[] png;
    try {
      png =
          s3.getObjectAsBytes(get -> get.bucket(bucket).key(key).overrideConfiguration(bounded()))
              .asByteArray();
    } catch (NoSuchKeyException e) {
      throw new NotFound("logo");
    } catch (SdkException e) {
      throw unavailable(key, e);
    }
    if (!HexFormat.of().formatHex(sha256(png)).equals(sha256)) {
      throw new IllegalStateException("the stored logo " + key + " is not the one that was kept");
    }
    return png;
  }

  private static AwsRequestOverrideConfiguration bounded() {
    return AwsRequestOverrideConfiguration.builder().apiCallTimeout(DocumentStore.TIMEOUT).build();
  }

  private static DocumentsUnavailable unavailable(String key, Exception cause) {
    return new DocumentsUnavailable("the document store did not serve " + key, cause);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
