package za.lexohub.audit.checkpoint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Checkpoints and tiles in an S3 bucket of their own. */
final class S3AuditObjects implements AuditObjects {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final String bucket;
  private final String prefix;

  /**
   * @param prefix of every key; empty, or ending in a slash
   * @throws IllegalArgumentException when it is neither
   */
  S3AuditObjects(S3Client s3, String bucket, String prefix) {
    if (!prefix.isEmpty() && !prefix.endsWith("/")) {
      throw new IllegalArgumentException("lexohub.s3.audit-prefix must end in a slash: " + prefix);
    }
    this.s3 = s3;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  @Override
  public void put(String key, byte[] content) {
    PutObjectRequest put = request(key).build();
    reached(key, () -> s3.putObject(put, RequestBody.fromBytes(content)));
  }

  @Override
  public boolean putOnce(String key, byte[] content) {
    return conditional(request(key).ifNoneMatch("*"), content);
  }

  @Override
  public boolean replace(String key, @Nullable String expected, byte[] content) {
    return expected == null
        ? putOnce(key, content)
        : conditional(request(key).ifMatch(expected), content);
  }

  /** 409 is S3's answer to one of two conditional writes at once, 404 to one that expected more. */
  private boolean conditional(PutObjectRequest.Builder put, byte[] content) {
    PutObjectRequest request = put.build();
    return reached(
        request.key(),
        () -> {
          try {
            s3.putObject(request, RequestBody.fromBytes(content));
            return true;
          } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED
                || e.statusCode() == CONFLICT
                || (e.statusCode() == NOT_FOUND && request.ifMatch() != null)) {
              return false;
            }
            throw e;
          }
        });
  }

  private PutObjectRequest.Builder request(String key) {
    return PutObjectRequest.builder()
        .bucket(bucket)
        .key(prefix + key)
        .contentType(
            key.startsWith("tile/") ? "application/octet-stream" : "text/plain; charset=utf-8")
        .overrideConfiguration(bounded());
  }

  @Override
  public Optional<Stored> get(String key) {
    return reached(
        key,
        () -> {
          try {
            ResponseBytes<GetObjectResponse> object =
                s3.getObjectAsBytes(
                    get -> get.bucket(bucket).key(prefix + key).overrideConfiguration(bounded()));
            return Optional.of(new Stored(object.asByteArray(), object.response().eTag()));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public List<String> keysAfter(String beginning, String after) {
    return reached(
        beginning,
        () ->
            s3
                .listObjectsV2Paginator(
                    list ->
                        list.bucket(bucket)
                            .prefix(prefix + beginning)
                            .startAfter(prefix + after)
                            .overrideConfiguration(bounded()))
                .contents()
                .stream()
                .map(object -> object.key().substring(prefix.length()))
                .sorted()
                .toList());
  }

  private static AwsRequestOverrideConfiguration bounded() {
    return AwsRequestOverrideConfiguration.builder().apiCallTimeout(TIMEOUT).build();
  }

  private static <T> T reached(String key, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new Away("the audit store did not serve " + key + ": " + e.getMessage(), e);
    }
  }
}
