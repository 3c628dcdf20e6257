package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import redis.clients.jedis.UnifiedJedis;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.databind.JsonNode;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.sessions.SessionKey;
import za.lexohub.sessions.Sessions;
import za.lexohub.sessions.SessionsConfiguration;
import za.lexohub.sessions.Sighting;
import za.lexohub.sessions.Standing;

/** Somebody sees where they are logged in, and ends what they do not know. */
class SessionsIT {

  private static final Duration EVERYWHERE = Duration.ofSeconds(5);

  private final Stage stage = Stage.shared();

  @Test
  void a_session_that_its_user_ends_opens_nothing_within_five_seconds_on_any_node() {
    Caller mine = stage.as("lerato");
    Caller lost = stage.as("lerato");
    String current = current(mine);
    String left = current(lost);
    assertThat(left).isNotEqualTo(current);
    assertThat(ids(mine)).contains(current, left);
    String user = "7a1d0c5e-0003-4000-8000-000000000003";
    try (ConfigurableApplicationContext other = anotherNode()) {
      Sessions there = other.getBean(Sessions.class);
      Sighting seen = new Sighting(new SessionKey(user, left), user, "127.0.0.0/24", "unknown");
      assertThat(there.check(seen)).isEqualTo(Standing.ACTIVE);

      assertThat(
              mine.post("/api/v1/sessions/" + left + "/revoke", "{}").expect(200).number("/ended"))
          .isEqualTo(1);
      Instant ended = Instant.now();

      Answer refused =
          await()
              .atMost(EVERYWHERE)
              .until(() -> lost.get("/api/v1/workflow/counts"), answer -> answer.status() == 401);
      refused.refused(401, "session-ended");
      assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
      await().atMost(EVERYWHERE).until(() -> there.check(seen) == Standing.REVOKED);
      assertThat(Duration.between(ended, Instant.now())).isLessThan(EVERYWHERE);
    }
    mine.get("/api/v1/workflow/counts").expect(200);
    mine.post("/api/v1/sessions/" + left + "/revoke", "{}").expect(200);
    assertThat(ids(mine)).contains(current).doesNotContain(left);
  }

  @Test
  void nobody_sees_or_ends_the_session_of_somebody_else() {
    Caller lerato = stage.as("lerato");
    Caller pieter = stage.as("pieter");
    String hers = current(lerato);

    assertThat(ids(pieter)).doesNotContain(hers);
    pieter.post("/api/v1/sessions/" + hers + "/revoke", "{}").refused(404, "not-found");
    pieter
        .post("/api/v1/sessions/" + UUID.randomUUID() + "/revoke", "{}")
        .refused(404, "not-found");

    lerato.get("/api/v1/workflow/counts").expect(200);
  }

  @Test
  void a_token_that_names_no_session_has_none() {
    Caller machine =
        Caller.with(new Tokens(stage).of("somebody-without-books", "auditor"), stage.base());

    assertThat(ids(machine)).isEmpty();
    machine.post("/api/v1/sessions/revoke-others", "{}").expect(200);
    machine.get("/api/v1/sessions?limit=1").refused(400, "invalid-parameter");
  }

  @Test
  void answers_tell_what_is_left_of_the_quotas() {
    Answer answer = stage.as("lerato").get("/api/v1/workflow/counts").expect(200);

    assertThat(answer.header("RateLimit-Policy")).contains("\"user\";q=", "\"tenant\";q=");
    assertThat(answer.header("RateLimit")).matches("\"(user|tenant)\";r=\\d+;t=\\d+");
  }

  /** Its sessions only, on the same Redis and table, with a memory of its own. */
  private ConfigurableApplicationContext anotherNode() {
    return new SpringApplicationBuilder(Alone.class)
        .properties(
            Map.of(
                "lexohub.parts",
                "none",
                "spring.main.web-application-type",
                "none",
                "lexohub.sessions.table",
                "lexohub-sessions"))
        .initializers(
            context -> {
              var beans = context.getBeanFactory();
              beans.registerSingleton("redis", stage.bean(UnifiedJedis.class));
              beans.registerSingleton("redisFallback", stage.bean(Fallback.class));
              beans.registerSingleton("dynamoDb", stage.bean(DynamoDbClient.class));
            })
        .run();
  }

  private static String current(Caller caller) {
    return sessions(caller).stream()
        .filter(it -> it.path("current").asBoolean())
        .map(it -> it.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(Caller caller) {
    return sessions(caller).stream().map(it -> it.path("id").asString()).toList();
  }

  private static List<JsonNode> sessions(Caller caller) {
    return StreamSupport.stream(
            caller.get("/api/v1/sessions").expect(200).json().path("data").spliterator(), false)
        .toList();
  }

  @Configuration(proxyBeanMethods = false)
  @Import(SessionsConfiguration.class)
  static class Alone {}
}
