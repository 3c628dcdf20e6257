package za.lexohub.embedded.s3;

import java.util.Map;
import za.lexohub.embedded.part.Http;
import za.lexohub.embedded.part.Part;

/**
 * An S3 store with the buckets of the documents and of the audit.
 *
 * <p>It is S3Mock: it keeps versions and tags and takes the headers of Object Lock, which the
 * documents are stored with in production; S3Proxy, the other choice, answers all of these with
 * 501. In return S3Mock neither checks signatures, nor refuses an expired presigned URL, nor
 * enforces a lock: what depends on these has to be shown on S3 itself.
 */
public interface S3Part extends Part {

  /** The documents' bucket, made with Object Lock, and versioned. */
  String BUCKET = "lexohub-documents";

  /** The bucket of checkpoints and tiles, made the same way. */
  String AUDIT_BUCKET = "lexohub-audit";

  /** Where clients connect, as {@code http://host:port}; buckets are in the path. */
  String endpoint();

  default String bucket() {
    return BUCKET;
  }

  /** Makes the buckets when the store answers and does not have them yet. */
  @Override
  default boolean isReady() {
    return provides(bucket()) && provides(AUDIT_BUCKET);
  }

  private boolean provides(String name) {
    String bucket = endpoint() + "/" + name;
    int found = Http.status("HEAD", bucket);
    if (found == 404) {
      found = Http.status("PUT", bucket, "x-amz-bucket-object-lock-enabled", "true");
    }
    // On S3 a bucket with Object Lock is versioned without being asked; S3Mock has to be asked.
    return found == 200
        && Http.put(
                bucket + "?versioning",
                "<VersioningConfiguration"
                    + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Status>Enabled</Status>"
                    + "</VersioningConfiguration>",
                "Content-Type",
                "application/xml")
            == 200;
  }

  @Override
  default String address() {
    return endpoint() + "/" + bucket();
  }

  @Override
  default Map<String, String> properties() {
    return Map.of(
        "lexohub.s3.endpoint", endpoint(),
        "lexohub.s3.bucket", bucket(),
        "lexohub.s3.audit-bucket", AUDIT_BUCKET);
  }
}
