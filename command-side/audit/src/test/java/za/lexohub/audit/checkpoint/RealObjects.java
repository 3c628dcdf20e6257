package za.lexohub.audit.checkpoint;

import java.net.URI;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import za.lexohub.embedded.TestParts;

/** The audit's objects in a real S3 store. */
public final class RealObjects {

  /** In a bucket of their own. */
  public static AuditObjects fresh() {
    S3Client s3 = client(URI.create(TestParts.s3().endpoint()));
    String bucket = "audit-" + UUID.randomUUID();
    s3.createBucket(create -> create.bucket(bucket));
    return new S3AuditObjects(s3, bucket, "");
  }

  /** Two logs in one bucket: as it was, and as it goes on after a restore. */
  static AuditObjects[] besides(String prefix) {
    S3Client s3 = client(URI.create(TestParts.s3().endpoint()));
    String bucket = "audit-" + UUID.randomUUID();
    s3.createBucket(create -> create.bucket(bucket));
    return new AuditObjects[] {
      new S3AuditObjects(s3, bucket, ""), new S3AuditObjects(s3, bucket, prefix)
    };
  }

  /** In a store that nobody runs. */
  static AuditObjects nowhere() {
    return new S3AuditObjects(client(URI.create("http://localhost:1")), "nowhere", "");
  }

  private static S3Client client(URI endpoint) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.of("af-south-1"))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .forcePathStyle(true)
        .build();
  }

  private RealObjects() {}
}
