package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.test.context.ActiveProfiles;
import za.lexohub.api.input.StrictJson;
import za.lexohub.api.problem.Problems;
import za.lexohub.api.security.IssuerAway;

/** An edge whose issuer cannot be reached says so, and blames nobody's token. */
@SpringBootTest(
    classes = EdgeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "lexohub.public-url=http://localhost",
      "lexohub.security.issuer=http://localhost:1",
      "lexohub.parts=none",
      "lexohub.keys.directory=target/edge-keys",
      "lexohub.opensearch.url=http://localhost:1",
      "lexohub.redis.url=redis://localhost:1",
      "spring.main.banner-mode=off"
    })
@ActiveProfiles({"command", "query"})
class IssuerAwayTest {
  private static final String TOKEN = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ.eyJzdWIiOiJhIn0.c2ln";

  @LocalServerPort int port;

  @Test
  void aTokenThatCannotBeCheckedIsNotCalledWrong() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> reply =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://localhost:" + port + "/api/v1/workflow/counts"))
                  .header("Authorization", "Bearer " + TOKEN)
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(reply.statusCode()).as(reply.body()).isEqualTo(503);
      assertThat(reply.headers().firstValue("Retry-After")).contains("5");
      assertThat(reply.body()).contains("/problems/unavailable").doesNotContain("localhost:1/");
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void bothWaysOfNotReachingItAreTheSame(RuntimeException failure) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    FilterChain chain =
        (request, answer) -> {
          throw failure;
        };
    new IssuerAway(new Problems("http://localhost", StrictJson.mapper(), new SimpleMeterRegistry()))
        .doFilter(new MockHttpServletRequest("GET", "/api/v1/matters"), response, chain);

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
  }

  static RuntimeException[] failures() {
    return new RuntimeException[] {
      new AuthenticationServiceException("keys cannot be read"),
      new JwtDecoderInitializationException("no discovery", new IllegalStateException("refused"))
    };
  }
}
