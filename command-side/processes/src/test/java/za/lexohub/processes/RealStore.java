package za.lexohub.processes;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import za.lexohub.embedded.TestParts;

/** A real S3 store behind a {@link Gate}. */
public final class RealStore implements AutoCloseable {

  public final Gate gate;
  public final S3Client s3;
  public final String bucket = TestParts.s3().bucket();

  public RealStore() {
    URI endpoint = URI.create(TestParts.s3().endpoint());
    Map<String, String> properties = TestParts.properties();
    gate = new Gate(endpoint.getHost(), endpoint.getPort());
    s3 =
        S3Client.builder()
            .endpointOverride(URI.create("http://localhost:" + gate.port()))
            .region(Region.of(properties.getOrDefault("lexohub.aws.region", "af-south-1")))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .forcePathStyle(true)
            .build();
  }

  /** Empty, for a test that writes keys which another one writes too. */
  public String newBucket() {
    String name = "papers-" + UUID.randomUUID();
    s3.createBucket(create -> create.bucket(name));
    return name;
  }

  @Override
  public void close() {
    s3.close();
    gate.close();
  }
}
