package za.lexohub.processes.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Servers that stand in for AWS's own. An endpoint that is absent means AWS. */
@ConfigurationProperties("lexohub")
record Endpoints(
    @Nullable Server s3,
    @Nullable Server sqs,
    @Nullable Server eventbridge,
    @Nullable Server cloudwatch,
    @Nullable Server dynamodb,
    @Nullable Server kms) {

  record Server(@Nullable URI endpoint) {}

  static @Nullable URI of(@Nullable Server server) {
    return server == null || server.endpoint() == null || server.endpoint().toString().isBlank()
        ? null
        : server.endpoint();
  }
}
