package za.lexohub.sessions.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import za.lexohub.sessions.ConnectionGateway;

/**
 * Posts to the connections of an API Gateway by its management API: two calls, signed by the SDK's
 * signer and sent by the JDK's client. The log names a connection and a status, never a text.
 */
final class AwsConnectionGateway implements ConnectionGateway {

  private static final Logger log = LoggerFactory.getLogger(AwsConnectionGateway.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String SERVICE = "execute-api";
  private static final int GONE = 410;
  private static final int NO_ANSWER = -1;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final URI endpoint;
  private final String region;
  private final AwsCredentialsProvider credentials;
  private final Clock clock;

  AwsConnectionGateway(
      URI endpoint, String region, AwsCredentialsProvider credentials, Clock clock) {
    this.endpoint = endpoint;
    this.region = region;
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public Delivery post(String connectionId, String text) {
    int status = call(SdkHttpMethod.POST, connectionId, text.getBytes(StandardCharsets.UTF_8));
    if (status == GONE) {
      return Delivery.GONE;
    }
    if (status / 100 == 2) {
      return Delivery.DELIVERED;
    }
    log.debug("connection {} did not take a change now: {}", connectionId, status);
    return Delivery.LATER;
  }

  @Override
  public boolean close(String connectionId) {
    int status = call(SdkHttpMethod.DELETE, connectionId, new byte[0]);
    boolean ended = status / 100 == 2 || status == GONE;
    if (!ended) {
      log.debug("connection {} could not be closed: {}", connectionId, status);
    }
    return ended;
  }

  private int call(SdkHttpMethod method, String connectionId, byte[] body) {
    try {
      return client
          .send(signed(method, connectionId, body), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | SdkException away) {
      return NO_ANSWER;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return NO_ANSWER;
    }
  }

  private HttpRequest signed(SdkHttpMethod method, String connectionId, byte[] body) {
    URI address =
        URI.create(
            endpoint
                + "/@connections/"
                + URLEncoder.encode(connectionId, StandardCharsets.UTF_8).replace("+", "%20"));
    SdkHttpRequest plain = SdkHttpRequest.builder().method(method).uri(address).build();
    SdkHttpRequest signed =
        signer
            .sign(
                it ->
                    it.identity(credentials.resolveCredentials())
                        .request(plain)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
            .request();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .method(method.name(), BodyPublishers.ofByteArray(body));
    signed
        .headers()
        .forEach(
            (name, values) -> {
              // The JDK's client writes it itself, from the address.
              if (!name.equalsIgnoreCase("Host")) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }
}
