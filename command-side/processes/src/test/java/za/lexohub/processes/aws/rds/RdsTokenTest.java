package za.lexohub.processes.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import za.lexohub.processes.aws.rds.RdsTokens.Login;

class RdsTokenTest {

  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final Login LOGIN =
      new Login(
          "lexohub.cluster-c1.af-south-1.rds.amazonaws.com", 5432, "lexohub_app", "af-south-1");

  /** The keys of AWS' own examples. */
  private static final String KEY = "AKIAIOSFODNN7EXAMPLE";

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String URL =
      "jdbc:postgresql://db:5432/lexohub?sslmode=verify-full&sslrootcert=/etc/ca.pem";

  private final Watch watch = new Watch();
  private final AtomicInteger asked = new AtomicInteger();

  private static final class Watch extends Clock {
    private Instant now = NOW;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** Both signatures were computed by the words of Signature Version 4, not by the SDK. */
  @Test
  void aTokenIsTheAddressOfASignedRequest() {
    assertThat(tokens(AwsBasicCredentials.create(KEY, SECRET)).token(LOGIN))
        .isEqualTo(
            "lexohub.cluster-c1.af-south-1.rds.amazonaws.com:5432/?Action=connect"
                + "&DBUser=lexohub_app&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Date=20261123T050000Z&X-Amz-SignedHeaders=host"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261123%2Faf-south-1%2Frds-db%2F"
                + "aws4_request&X-Amz-Expires=900&X-Amz-Signature="
                + "84dde9fdd4dfc3fe60b5192cc76576e32a19eb2a79566de9dbe67dc303477f98");
  }

  @Test
  void aTasksCredentialsGoWithTheirSession() {
    assertThat(tokens(AwsSessionCredentials.create(KEY, SECRET, "session/token==")).token(LOGIN))
        .contains("&X-Amz-Security-Token=session%2Ftoken%3D%3D&")
        .endsWith("17e5f07f1da75a6d14fbca15cf7e32d84a6d398ead6c0803668283d6ebdeb847");
  }

  @Test
  void aTokenIsKeptForTenMinutesAndForEachLoginItsOwn() {
    RdsTokens tokens = tokens(AwsBasicCredentials.create(KEY, SECRET));
    String first = tokens.token(LOGIN);
    watch.now = NOW.plus(Duration.ofMinutes(10)).minusMillis(1);
    assertThat(tokens.token(LOGIN)).isEqualTo(first);
    assertThat(asked).hasValue(1);

    assertThat(tokens.token(new Login(LOGIN.host(), 5432, "lexohub_owner", LOGIN.region())))
        .contains("DBUser=lexohub_owner");
    watch.now = NOW.plus(Duration.ofMinutes(10));
    assertThat(tokens.token(LOGIN)).contains("X-Amz-Date=20261123T051000Z");
    assertThat(asked).hasValue(3);
  }

  @Test
  void aTokenEndsWithTheCredentialsThatSignedIt() {
    RdsTokens tokens =
        tokens(
            AwsSessionCredentials.builder()
                .accessKeyId(KEY)
                .secretAccessKey(SECRET)
                .sessionToken("session")
                .expirationTime(NOW.plusSeconds(60))
                .build());
    String first = tokens.token(LOGIN);
    watch.now = NOW.plusSeconds(60);

    assertThat(tokens.token(LOGIN)).isNotEqualTo(first);
  }

  @Test
  void theDriverTellsThePluginWhoLogsInWhere() {
    Properties user = new Properties();
    user.setProperty("user", LOGIN.user());
    Properties connection =
        Driver.parseURL(
            "jdbc:postgresql://" + LOGIN.host() + "/lexohub?rdsRegion=" + LOGIN.region(), user);

    assertThat(new RdsToken(connection).login()).isEqualTo(LOGIN);
  }

  @Test
  void everybodysAddressNamesThePluginAndPasswordsAreForgotten() {
    StandardEnvironment environment =
        environment(
            Map.of(
                "lexohub.database.iam", "true",
                "spring.datasource.url", URL,
                "spring.flyway.url", URL,
                "spring.datasource.password", "left over",
                "spring.flyway.password", "left over"));

    String signed =
        URL
            + "&authenticationPluginClassName=za.lexohub.processes.aws.rds.RdsToken"
            + "&rdsRegion=af-south-1";
    assertThat(environment.getProperty("spring.datasource.url")).isEqualTo(signed);
    assertThat(environment.getProperty("spring.flyway.url")).isEqualTo(signed);
    assertThat(environment.getProperty("spring.datasource.password")).isEmpty();
    assertThat(environment.getProperty("spring.flyway.password")).isEmpty();
  }

  @Test
  void withoutItNothingChanges() {
    assertThat(
            environment(Map.of("spring.datasource.url", URL)).getProperty("spring.datasource.url"))
        .isEqualTo(URL);
  }

  @Test
  void aTokenIsNotToldToALineThatAnybodyReads() {
    Map<String, Object> open =
        Map.of(
            "lexohub.database.iam", "true",
            "spring.datasource.url", "jdbc:postgresql://db:5432/lexohub?sslmode=prefer");

    assertThatThrownBy(() -> environment(open))
        .hasMessageContaining("asks for sslmode=verify-full in spring.datasource.url");
  }

  private RdsTokens tokens(AwsCredentials credentials) {
    return new RdsTokens(
        () -> {
          asked.incrementAndGet();
          return credentials;
        },
        watch);
  }

  private static StandardEnvironment environment(Map<String, Object> told) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("told", told));
    new DatabaseByIam().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}
