package za.lexohub.processes.aws.rds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * Tokens with which a user of the database logs in: the address of a signed request that is never
 * made. Aurora takes one for a quarter of an hour after it was signed, and asks for it only when a
 * connection begins.
 */
final class RdsTokens {

  private static final Duration TAKEN_FOR = Duration.ofMinutes(15);

  /** A pool that fills asks many times; so much of the quarter is left for clocks that differ. */
  private static final Duration USED_FOR = Duration.ofMinutes(10);

  private static final String SCHEME = "https://";

  private final AwsCredentialsProvider credentials;
  private final Clock clock;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final Map<Login, Token> tokens = new ConcurrentHashMap<>();

  /** Who logs in where. */
  record Login(String host, int port, String user, String region) {}

  private record Token(String text, Instant end) {}

  RdsTokens(AwsCredentialsProvider credentials, Clock clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  /** Throws the SDK's exception when nobody gives credentials. */
  String token(Login login) {
    Instant now = clock.instant();
    return tokens
        .compute(
            login, (key, known) -> known != null && now.isBefore(known.end()) ? known : sign(key))
        .text();
  }

  private Token sign(Login login) {
    AwsCredentials signing = credentials.resolveCredentials();
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .protocol("https")
            .host(login.host())
            .port(login.port())
            .encodedPath("/")
            .putRawQueryParameter("Action", "connect")
            .putRawQueryParameter("DBUser", login.user())
            .build();
    String address =
        signer
            .sign(
                sign ->
                    sign.identity(signing)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "rds-db")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, login.region())
                        .putProperty(
                            AwsV4HttpSigner.AUTH_LOCATION,
                            AwsV4HttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, TAKEN_FOR)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
            .request()
            .getUri()
            .toString();
    Instant end = clock.instant().plus(USED_FOR);
    // What is signed with credentials that have ended is refused, however young it is.
    Instant last = signing.expirationTime().filter(end::isAfter).orElse(end);
    return new Token(address.substring(SCHEME.length()), last);
  }
}
