package za.lexohub.processes.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.document.Documents.DocumentsUnavailable;
import za.lexohub.messages.document.Uploads;

/**
 * Tickets to put documents into S3. Type, length, checksum and that nothing lies there yet are
 * signed headers, so the store itself refuses anything else. What is uploaded never passes through
 * here, and so is not sealed.
 */
final class S3Uploads implements Uploads {

  private final S3Client s3;
  private final S3Presigner presigner;
  private final String bucket;
  private final Clock clock;

  S3Uploads(S3Client s3, S3Presigner presigner, String bucket, Clock clock) {
    this.s3 = s3;
    this.presigner = presigner;
    this.bucket = bucket;
    this.clock = clock;
  }

  @Override
  public String key(TenantId tenant, AttachmentKind kind, UUID fileId, AttachmentId attachmentId) {
    return DocumentKeys.attachment(tenant, kind, fileId, attachmentId);
  }

  @Override
  public Ticket ticket(TenantId tenant, String key, String mediaType, long size, String sha256) {
    requireOwn(tenant, key);
    PutObjectRequest put =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentType(mediaType)
            .contentLength(size)
            .checksumSHA256(base64(sha256))
            .ifNoneMatch("*")
            .build();
    Instant expiresAt = clock.instant().plus(TICKETS_LIVE);
    PresignedPutObjectRequest signed =
        presigner.presignPutObject(it -> it.signatureDuration(TICKETS_LIVE).putObjectRequest(put));
    Map<String, String> headers = new TreeMap<>();
    signed
        .signedHeaders()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("host")) {
                headers.put(name, String.join(",", values));
              }
            });
    return new Ticket(
        signed.httpRequest().method().name(), signed.url().toString(), headers, expiresAt);
  }

  @Override
  public Arrival arrival(TenantId tenant, String key, String mediaType, long size, String sha256) {
    requireOwn(tenant, key);
    HeadObjectResponse head;
    try {
      head =
          s3.headObject(
              it ->
                  it.bucket(bucket)
                      .key(key)
                      .checksumMode(ChecksumMode.ENABLED)
                      .overrideConfiguration(
                          AwsRequestOverrideConfiguration.builder()
                              .apiCallTimeout(DocumentStore.TIMEOUT)
                              .build()));
    } catch (NoSuchKeyException e) {
      return Arrival.NOTHING;
    } catch (SdkException e) {
      throw new DocumentsUnavailable("the document store did not tell about " + key, e);
    }
    boolean same =
        head.contentLength() == size
            && mediaType.equals(head.contentType())
            && base64(sha256).equals(head.checksumSHA256());
    return same ? Arrival.AS_ANNOUNCED : Arrival.DIFFERENT;
  }

  private static void requireOwn(TenantId tenant, String key) {
    if (!key.startsWith(tenant.value() + "/")) {
      throw new NotFound("document");
    }
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
