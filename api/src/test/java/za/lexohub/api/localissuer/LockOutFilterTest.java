package za.lexohub.api.localissuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import za.lexohub.api.input.StrictJson;
import za.lexohub.api.problem.Problems;
import za.lexohub.sessions.LockOuts;

/** Whatever way a name and its secret are sent, the name is the one that is counted. */
class LockOutFilterTest {
  private final Recorded lockOuts = new Recorded();
  private final LockOutFilter filter =
      new LockOutFilter(
          lockOuts,
          new Problems("http://localhost:8080", StrictJson.mapper(), new SimpleMeterRegistry()));

  @ParameterizedTest
  @ValueSource(strings = {"Basic %s", "basic %s", "Basic\t%s"})
  void aWrongSecretInTheHeaderCountsAgainstItsName(String scheme) throws Exception {
    ask(header(scheme, "lerato:wrong"), 401);

    assertThat(lockOuts.failed).containsExactly("lerato");
  }

  @Test
  void aNameWrittenInPercentsIsTheSameName() throws Exception {
    ask(header("Basic %s", "l%65rato:wrong"), 401);

    assertThat(lockOuts.failed).containsExactly("lerato");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X", "Bearer x", "Basically"})
  void aWrongSecretInTheFormCountsBesideAnyOtherHeader(String header) throws Exception {
    MockHttpServletRequest request = form("lerato", "wrong");
    request.addHeader("Authorization", header);

    ask(request, 401);

    assertThat(lockOuts.failed).containsExactly("lerato");
  }

  @Test
  void aLockedNameIsKeptOutBeforeItsSecretIsCompared() throws Exception {
    lockOuts.locked = "lerato";
    MockHttpServletRequest request = form("lerato", "right");
    request.addHeader("Authorization", "X");

    MockHttpServletResponse answer = ask(request, 200);

    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("60");
    assertThat(answer.getContentAsString()).contains("\"code\":\"too-many-requests\"");
  }

  @Test
  void aRightSecretForgetsTheFailures() throws Exception {
    ask(form("lerato", "right"), 200);

    assertThat(lockOuts.succeeded).containsExactly("lerato");
  }

  @Test
  void whatShowsNoSecretIsCountedForNobody() throws Exception {
    ask(header("Basic %s", "no colon"), 400);
    ask(new MockHttpServletRequest("POST", "/oauth2/token"), 401);

    assertThat(lockOuts.failed).isEmpty();
    assertThat(lockOuts.succeeded).isEmpty();
  }

  private MockHttpServletResponse ask(MockHttpServletRequest request, int issuer) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(
        request, response, (asked, answer) -> ((HttpServletResponse) answer).setStatus(issuer));
    return response;
  }

  private static MockHttpServletRequest header(String scheme, String pair) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/oauth2/token");
    request.addHeader(
        "Authorization",
        scheme.formatted(
            Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
    return request;
  }

  private static MockHttpServletRequest form(String name, String secret) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/oauth2/token");
    request.setParameter("client_id", name);
    request.setParameter("client_secret", secret);
    return request;
  }

  private static final class Recorded implements LockOuts {
    private final List<String> failed = new ArrayList<>();
    private final List<String> succeeded = new ArrayList<>();
    private String locked = "";

    @Override
    public Optional<Duration> lockedFor(String name) {
      return name.equals(locked) ? Optional.of(Duration.ofMinutes(1)) : Optional.empty();
    }

    @Override
    public void failed(String name) {
      failed.add(name);
    }

    @Override
    public void succeeded(String name) {
      succeeded.add(name);
    }
  }
}
