package za.lexohub.processes.aws;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How AWS is reached.
 *
 * @param region Cape Town, where the data of South African advocates belongs, unless said otherwise
 * @param accessKeyId with {@code secretAccessKey}; without it the SDK's own chain of credentials
 *     holds
 * @param attemptTimeout for one try of a call. 2 s: SQS and EventBridge answer in tens of
 *     milliseconds
 * @param callTimeout for a call with all its tries. 6 s: below the 10 s after which a segment of an
 *     event processor that is busy calling is taken over by another node
 * @param attempts of a call. 3: what fails for longer is repeated by the event processor, with its
 *     token where it was
 * @param storageTimeout for one try of a call to S3, which moves documents. 20 s
 */
@ConfigurationProperties("lexohub.aws")
public record AwsAccess(
    @DefaultValue("af-south-1") String region,
    @Nullable String accessKeyId,
    @Nullable String secretAccessKey,
    @DefaultValue("2s") Duration attemptTimeout,
    @DefaultValue("6s") Duration callTimeout,
    @DefaultValue("3") int attempts,
    @DefaultValue("20s") Duration storageTimeout) {

  public AwsAccess {
    if ((accessKeyId == null || accessKeyId.isBlank())
        != (secretAccessKey == null || secretAccessKey.isBlank())) {
      throw new IllegalArgumentException(
          "access-key-id and secret-access-key are given together or not at all");
    }
    if (attempts < 1 || attempts > 10) {
      throw new IllegalArgumentException("attempts must be 1 to 10");
    }
    positive("attempt-timeout", attemptTimeout);
    positive("call-timeout", callTimeout);
    positive("storage-timeout", storageTimeout);
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be above 0");
    }
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "AwsAccess[region=" + region + ", accessKeyId=" + accessKeyId + "]";
  }
}
