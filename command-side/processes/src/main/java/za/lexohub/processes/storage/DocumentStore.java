package za.lexohub.processes.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.DocumentSealing;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.document.StoredDocument;

/**
 * The papers in S3, each sealed for everybody whom it names; {@code sha256} and size are those of
 * the paper itself. What was stored before papers were sealed lacks the mark {@code sealed} and is
 * read as it is. Every key is written once: whoever comes second, with the same bytes or with
 * others (a newer renderer, a redelivered message), gets what lies there, so that the log and the
 * store always tell the same story. Every call ends within {@link #TIMEOUT}.
 */
public final class DocumentStore implements Documents {

  /** For one call to S3 with its retries; far below a queue's visibility timeout. */
  static final Duration TIMEOUT = Duration.ofSeconds(20);

  static final String PDF = "application/pdf";
  private static final String BYTES = "application/octet-stream";

  private static final Logger log = LoggerFactory.getLogger(DocumentStore.class);
  private static final String TENANT = "tenant";
  private static final String SHA256 = "sha256";
  private static final String TEMPLATE_HASH = "template-hash";
  private static final String RENDERER_VERSION = "renderer-version";
  private static final String SEALED = "sealed";
  private static final String ERASED = "erased";

  private final S3Client s3;
  private final String bucket;
  private final DocumentSealing sealing;

  public DocumentStore(S3Client s3, String bucket, DocumentSealing sealing) {
    this.s3 = s3;
    this.bucket = bucket;
    this.sealing = sealing;
  }

  /**
   * Stores the rendering unless the key is taken, and says what lies there now.
   *
   * @param subjectIds everybody whom the paper names
   * @throws za.lexohub.messages.RuleViolated when one of them was erased
   */
  public StoredRendering putOnce(
      TenantId tenant, String key, Rendering rendering, Collection<UUID> subjectIds) {
    requireOwn(tenant, key);
    String sha256 = HexFormat.of().formatHex(sha256(rendering.content()));
    byte[] sealed = sealing.seal(tenant, subjectIds, rendering.content());
    try {
      s3.putObject(
          put ->
              put.bucket(bucket)
                  .key(key)
                  .ifNoneMatch("*")
                  .contentType(BYTES)
                  .checksumSHA256(Base64.getEncoder().encodeToString(sha256(sealed)))
                  .metadata(
                      Map.of(
                          TENANT, tenant.value(),
                          SEALED, "true",
                          SHA256, sha256,
                          TEMPLATE_HASH, rendering.templateHash(),
                          RENDERER_VERSION, rendering.rendererVersion()))
                  .overrideConfiguration(bounded()),
          RequestBody.fromBytes(sealed));
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
    String sha256 = head.metadata().getOrDefault(SHA256, "");
    if (isPlain(head)) {
      return new StoredDocument(stream, head.contentLength(), head.contentType(), sha256);
    }
    byte[] paper = paper(tenant, key, stream);
    return new StoredDocument(new ByteArrayInputStream(paper), paper.length, PDF, sha256);
  }

  /**
   * The whole paper, for a mail.
   *
   * @throws DocumentErased when somebody whom it names was erased
   * @throws IllegalStateException when its bytes are not those that the log recorded
   */
  public byte[] readVerified(TenantId tenant, String key, String sha256) {
    byte[] content = paper(tenant, key, open(tenant, key));
    if (!HexFormat.of().formatHex(sha256(content)).equals(sha256)) {
      throw new IllegalStateException(
          "the stored document " + key + " is not the one that was recorded");
    }
    return content;
  }

  /**
   * Puts an empty mark over every paper under a prefix that was stored in clear. Those that are
   * sealed are gone with their keys. To be repeated when it fails; a version that the store keeps
   * of what was overwritten is for its own lifecycle to remove.
   */
  public void eraseUnsealed(TenantId tenant, String prefix) {
    requireOwn(tenant, prefix);
    try {
      s3.listObjectsV2Paginator(
              list -> list.bucket(bucket).prefix(prefix).overrideConfiguration(bounded()))
          .contents()
          .forEach(paper -> eraseUnlessSealed(tenant, paper.key()));
    } catch (SdkException e) {
      throw unavailable(prefix, e);
    }
  }

  /**
   * Puts an empty mark where a document was to be uploaded, so that the store refuses a ticket for
   * that key, which is good only while nothing lies there; over what has arrived as well. To be
   * repeated when it fails.
   */
  public void closeUpload(TenantId tenant, String key) {
    requireOwn(tenant, key);
    try {
      s3.putObject(put -> mark(put, tenant, key).ifNoneMatch("*"), RequestBody.empty());
    } catch (S3Exception e) {
      if (e.statusCode() != 412) {
        throw unavailable(key, e);
      }
      eraseUnsealed(tenant, key);
    } catch (SdkException e) {
      throw unavailable(key, e);
    }
  }

  private void eraseUnlessSealed(TenantId tenant, String key) {
    Map<String, String> metadata =
        s3.headObject(head -> head.bucket(bucket).key(key).overrideConfiguration(bounded()))
            .metadata();
    if (metadata.containsKey(SEALED) || metadata.containsKey(ERASED)) {
      return;
    }
    s3.putObject(put -> mark(put, tenant, key), RequestBody.empty());
  }

  private PutObjectRequest.Builder mark(PutObjectRequest.Builder put, TenantId tenant, String key) {
    return put.bucket(bucket)
        .key(key)
        .contentType(BYTES)
        .metadata(Map.of(TENANT, tenant.value(), ERASED, "true"))
        .overrideConfiguration(bounded());
  }

  private static boolean isPlain(GetObjectResponse head) {
    return !head.metadata().containsKey(SEALED) && !head.metadata().containsKey(ERASED);
  }

  private byte[] paper(TenantId tenant, String key, ResponseInputStream<GetObjectResponse> stream) {
    GetObjectResponse head = stream.response();
    byte[] stored = bytes(stream, key);
    if (isPlain(head)) {
      return stored;
    }
    if (head.metadata().containsKey(ERASED)) {
      throw new DocumentErased(key);
    }
    return sealing.open(tenant, stored).orElseThrow(() -> new DocumentErased(key));
  }

  private StoredRendering alreadyThere(TenantId tenant, String key, String offered) {
    ResponseInputStream<GetObjectResponse> stream = open(tenant, key);
    Map<String, String> metadata = stream.response().metadata();
    byte[] content = paper(tenant, key, stream);
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
