package za.lexohub.processes.storage;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.document.StoredDocument;

/**
 * The papers in S3. Every key is written once: whoever comes second, with the same bytes or with
 * others (a newer renderer, a redelivered message), gets what lies there, so that the log and the
 * store always tell the same story. Every call ends within {@link #TIMEOUT}.
 */
public final class DocumentStore implements Documents {

  /** For one call to S3 with its retries; far below a queue's visibility timeout. */
  static final Duration TIMEOUT = Duration.ofSeconds(20);

  static final String PDF = "application/pdf";

  private static final Logger log = LoggerFactory.getLogger(DocumentStore.class);
  private static final String TENANT = "tenant";
  private static final String SHA256 = "sha256";
  private static final String TEMPLATE_HASH = "template-hash";
  private static final String RENDERER_VERSION = "renderer-version";

  private final S3Client s3;
  private final String bucket;

  public DocumentStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** Stores the rendering unless the key is taken, and says what lies there now. */
  public StoredRendering putOnce(TenantId tenant, String key, Rendering rendering) {
    requireOwn(tenant, key);
    byte[] digest = sha256(rendering.content());
    String sha256 = HexFormat.of().formatHex(digest);
    try {
      s3.putObject(
          put ->
              put.bucket(bucket)
                  .key(key)
                  .ifNoneMatch("*")
                  .contentType(PDF)
                  .checksumSHA256(Base64.getEncoder().encodeToString(digest))
                  .metadata(
                      Map.of(
                          TENANT, tenant.value(),
                          SHA256, sha256,
                          TEMPLATE_HASH, rendering.templateHash(),
                          RENDERER_VERSION, rendering.rendererVersion()))
                  .overrideConfiguration(bounded()),
          RequestBody.fromBytes(rendering.content()));
    } catch (S3Exception e) {
      if (e.statusCode() == 412) {
        return alreadyThere(tenant, key, sha256);
      }
      throw unavailable(key, e);
    } catch (SdkException e) {
      throw unavailable(key, e);
    }
    return new StoredRendering(
        key,
        sha256,
        rendering.content().length,
        rendering.templateHash(),
        rendering.rendererVersion());
  }

  @Override
  public StoredDocument read(TenantId tenant, String key) {
    ResponseInputStream<GetObjectResponse> stream = open(tenant, key);
    GetObjectResponse head = stream.response();
    return new StoredDocument(
        stream, head.contentLength(), head.contentType(), head.metadata().getOrDefault(SHA256, ""));
  }

  /**
   * The whole paper, for a mail.
   *
   * @throws IllegalStateException when its bytes are not those that the log recorded
   */
  public byte[] readVerified(TenantId tenant, String key, String sha256) {
    byte[] content = bytes(open(tenant, key), key);
    if (!HexFormat.of().formatHex(sha256(content)).equals(sha256)) {
      throw new IllegalStateException(
          "the stored document " + key + " is not the one that was recorded");
    }
    return content;
  }

  private StoredRendering alreadyThere(TenantId tenant, String key, String offered) {
    ResponseInputStream<GetObjectResponse> stream = open(tenant, key);
    Map<String, String> metadata = stream.response().metadata();
    byte[] content = bytes(stream, key);
    String sha256 = HexFormat.of().formatHex(sha256(content));
    if (!sha256.equals(offered)) {
      log.warn("{} holds other bytes already ({}); kept, not replaced by {}", key, sha256, offered);
    }
    return new StoredRendering(
        key,
        sha256,
        content.length,
        metadata.getOrDefault(TEMPLATE_HASH, "unknown"),
        metadata.getOrDefault(RENDERER_VERSION, "unknown"));
  }

  private ResponseInputStream<GetObjectResponse> open(TenantId tenant, String key) {
    requireOwn(tenant, key);
    try {
      return s3.getObject(get -> get.bucket(bucket).key(key).overrideConfiguration(bounded()));
    } catch (NoSuchKeyException e) {
      throw new NotFound("document");
    } catch (SdkException e) {
      throw unavailable(key, e);
    }
  }

  private static byte[] bytes(ResponseInputStream<GetObjectResponse> stream, String key) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw unavailable(key, e);
    }
  }

  private static void requireOwn(TenantId tenant, String key) {
    if (!key.startsWith(tenant.value() + "/")) {
      throw new NotFound("document");
    }
  }

  private static AwsRequestOverrideConfiguration bounded() {
    return AwsRequestOverrideConfiguration.builder().apiCallTimeout(TIMEOUT).build();
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
