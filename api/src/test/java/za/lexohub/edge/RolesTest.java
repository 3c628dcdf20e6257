package za.lexohub.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.PermissionCheck;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ProFormaCommands.AcceptProForma;

/** Which role may do what, asked over HTTP. */
class RolesTest extends EdgeTest {
  private static final String ID = UUID.randomUUID().toString();

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Test
  void everyAddressBehindTheLoginNamesItsPermission() {
    Map<RequestMappingInfo, HandlerMethod> handlers = mapping.getHandlerMethods();
    List<String> open =
        handlers.entrySet().stream()
            .filter(entry -> path(entry.getKey()).startsWith("/api/v1/"))
            .filter(entry -> !path(entry.getKey()).startsWith("/api/v1/public/"))
            .filter(entry -> !entry.getValue().hasMethodAnnotation(Needs.class))
            .map(entry -> path(entry.getKey()))
            .toList();

    assertThat(open).isEmpty();
    assertThat(handlers.size()).isGreaterThan(30);
  }

  @Test
  void whatNamesNoPermissionIsGivenToNobody() throws Exception {
    HandlerMethod forgotten =
        new HandlerMethod(new Forgotten(), Forgotten.class.getDeclaredMethod("read"));
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/forgotten");

    assertThatThrownBy(
            () ->
                new PermissionCheck().preHandle(request, new MockHttpServletResponse(), forgotten))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Controller
  private static final class Forgotten {
    String read() {
      return "secrets";
    }
  }

  @Test
  void auditorsAnalystsAndOperatorsCommandNothing() {
    List<String> commands =
        mapping.getHandlerMethods().keySet().stream()
            .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
            .map(RolesTest::path)
            .filter(path -> path.startsWith("/api/v1/") && !path.startsWith("/api/v1/public/"))
            // Work, but no change.
            .filter(path -> !path.equals("/api/v1/audit/pack"))
            // Everybody's own, and none of the books.
            .filter(path -> !path.startsWith("/api/v1/sessions/"))
            .map(path -> path.replaceAll("\\{[^}]+}", ID))
            .toList();
    assertThat(commands).hasSizeGreaterThan(25);
    for (String user : List.of("auditor", "analyst", "operator")) {
      for (String path : commands) {
        Reply reply = post(path).as(user).freshKey().json("{}").send();
        assertThat(reply.status()).as(user + " " + path).isEqualTo(403);
        assertThat(reply.isProblem()).isTrue();
      }
    }
    assertThat(gateway.commands).isEmpty();
  }

  @Test
  void attorneysReachTheirOwnAddressesAndNobodyElseDoes() {
    for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
      String path = path(info);
      if (!path.startsWith("/api/v1/") || path.startsWith("/api/v1/public/")) {
        continue;
      }
      if (path.equals("/api/v1/stream") || path.equals("/api/v1/sessions")) {
        // Everybody's, and tells each what is theirs.
        assertThat(status("naledi", "GET", path)).isNotEqualTo(403);
        continue;
      }
      if (path.startsWith("/api/v1/sessions/")) {
        continue;
      }
      boolean own = path.startsWith("/api/v1/attorney/");
      String address = path.replaceAll("\\{[^}]+}", ID);
      String method = info.getMethodsCondition().getMethods().iterator().next().name();
      assertThat(status("naledi", method, address) == 403)
          .as(method + " " + path)
          .isNotEqualTo(own);
      if (own) {
        for (String user : List.of("thandi", "auditor", "operator")) {
          assertThat(status(user, method, address)).as(user + " " + path).isEqualTo(403);
        }
      }
    }
  }

  private int status(String user, String method, String path) {
    return request(method, path).as(user).freshKey().ifMatch("\"v1\"").send().status();
  }

  @Test
  void anAttorneyActsInTheirOwnNameWhateverElseTheyAre() {
    assertThat(
            post("/api/v1/attorney/pro-formas/" + ID + "/accept")
                .as("naledi")
                .freshKey()
                .ifMatch("\"v1\"")
                .send()
                .status())
        .isEqualTo(200);
    assertThat(gateway.only().getMetaData())
        .containsEntry("actorType", "ATTORNEY")
        .containsEntry("actorId", UUID.nameUUIDFromBytes("naledi".getBytes(UTF_8)).toString());
    assertThat(gateway.only(AcceptProForma.class).answer().channel())
        .isEqualTo(Channel.ATTORNEY_LOGIN);
  }

  @Test
  void whoMayWatchAndWhoMaySeeHowFarEverythingHasCome() {
    for (String user : List.of("thandi", "auditor", "naledi")) {
      assertThat(get("/api/v1/stream").as(user).send().status()).as(user).isNotEqualTo(403);
    }
    for (String user : List.of("analyst", "operator")) {
      assertThat(get("/api/v1/stream").as(user).send().status()).as(user).isEqualTo(403);
    }
    for (String user : List.of("thandi", "auditor", "analyst", "operator")) {
      assertThat(get("/api/v1/projections").as(user).send().status()).as(user).isNotEqualTo(403);
    }
    assertThat(get("/api/v1/projections").as("naledi").send().status()).isEqualTo(403);
  }

  @Test
  void everybodyHasSessionsOfTheirOwn() {
    for (String user : List.of("thandi", "lerato", "naledi", "auditor", "analyst", "operator")) {
      assertThat(get("/api/v1/sessions").as(user).send().status()).as(user).isEqualTo(200);
      assertThat(post("/api/v1/sessions/" + ID + "/revoke").as(user).freshKey().send().code())
          .as(user)
          .isEqualTo("not-found");
      assertThat(post("/api/v1/sessions/revoke-others").as(user).freshKey().send().status())
          .as(user)
          .isEqualTo(200);
    }
  }

  @Test
  void analystsCountTheBooksAndReadNone() {
    for (String path :
        List.of(
            "/api/v1/matters",
            "/api/v1/matters/" + ID,
            "/api/v1/pro-formas",
            "/api/v1/pro-formas/" + ID,
            "/api/v1/invoices",
            "/api/v1/invoices/" + ID,
            "/api/v1/invoices/" + ID + "/pdf",
            "/api/v1/search?q=dlamini",
            "/api/v1/search/suggestions?q=dlamini",
            "/api/v1/search/facets?q=dlamini",
            "/api/v1/search/facets?client=Thandi+Dlamini")) {
      assertThat(get(path).as("analyst").send().status()).as(path).isEqualTo(403);
      assertThat(get(path).as("auditor").send().status()).as(path).isNotEqualTo(403);
    }
    for (String path :
        List.of(
            "/api/v1/workflow/counts",
            "/api/v1/workflow/attention",
            "/api/v1/search/facets",
            "/api/v1/workflows")) {
      assertThat(get(path).as("analyst").send().status()).as(path).isNotEqualTo(403);
    }
  }

  @Test
  void analystsFindNobodyByName() {
    for (String path :
        List.of(
            "/api/v1/search/suggestions?q=dlamini",
            "/api/v1/search/facets?q=dlamini",
            "/api/v1/search/facets?client=Thandi+Dlamini")) {
      assertThat(get(path).as("analyst").send().status()).as(path).isEqualTo(403);
      assertThat(get(path).as("auditor").send().status()).as(path).isNotEqualTo(403);
    }
  }

  @Test
  void wholeBooksLeaveInTheHandsOfFew() {
    List<String> exports =
        mapping.getHandlerMethods().keySet().stream()
            .map(RolesTest::path)
            .filter(path -> path.startsWith("/api/v1/exports/"))
            .toList();
    assertThat(exports).hasSize(8);
    for (String path : exports) {
      for (String user : List.of("lerato", "operator", "naledi")) {
        assertThat(get(path).as(user).send().status()).as(user + " " + path).isEqualTo(403);
      }
      for (String user : List.of("thandi", "auditor", "analyst")) {
        assertThat(get(path).as(user).send().status()).as(user + " " + path).isNotEqualTo(403);
      }
    }
  }

  @Test
  void analystsReadReportsAndTryNoNames() {
    List<String> reports =
        mapping.getHandlerMethods().keySet().stream()
            .map(RolesTest::path)
            .filter(path -> path.startsWith("/api/v1/reports/"))
            .toList();
    assertThat(reports).hasSizeGreaterThan(10);
    for (String path : reports) {
      assertThat(get(path).as("analyst").send().status()).as(path).isNotEqualTo(403);
      assertThat(get(path).as("operator").send().status()).as(path).isEqualTo(403);
    }
    for (String path :
        List.of(
            "/api/v1/reports/ageing?clientName=dlamini",
            "/api/v1/reports/outstanding?clientName=dlamini",
            "/api/v1/exports/matters?q=dlamini",
            "/api/v1/exports/matters?firm=khumalo",
            "/api/v1/exports/invoices?q=dlamini",
            "/api/v1/exports/pro-formas?q=dlamini")) {
      assertThat(get(path).as("analyst").send().status()).as(path).isEqualTo(403);
      assertThat(get(path).as("auditor").send().status()).as(path).isNotEqualTo(403);
    }
  }

  @Test
  void theLogIsTheAuditorsAlone() {
    List<String> reads =
        mapping.getHandlerMethods().keySet().stream()
            .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
            .map(RolesTest::path)
            .filter(path -> path.startsWith("/api/v1/audit/"))
            .map(path -> path.replaceAll("\\{[^}]+}", ID))
            .toList();
    assertThat(reads).hasSizeGreaterThanOrEqualTo(3);
    for (String user : List.of("thandi", "lerato", "analyst", "operator")) {
      for (String path : reads) {
        assertThat(get(path).as(user).send().status()).as(user + " " + path).isEqualTo(403);
      }
      assertThat(post("/api/v1/audit/pack").as(user).json("{}").send().status())
          .as(user)
          .isEqualTo(403);
    }
    for (String path : reads) {
      assertThat(get(path).as("auditor").send().status()).as(path).isNotIn(401, 403, 500);
    }
    assertThat(post("/api/v1/audit/pack").as("auditor").json("{}").send().status()).isEqualTo(404);
  }

  @Test
  void everyReaderSeesTheCounts() {
    for (String user : List.of("auditor", "analyst", "lerato", "thandi")) {
      assertThat(get("/api/v1/workflow/counts").as(user).send().status()).as(user).isEqualTo(200);
    }
    assertThat(get("/api/v1/workflow/counts").as("operator").send().status()).isEqualTo(403);
  }

  @Test
  void aJuniorCreatesButDoesNotUndo() {
    assertThat(post("/api/v1/matters").as("lerato").freshKey().json(MATTER).send().status())
        .isEqualTo(201);
    assertThat(may("lerato", "/api/v1/invoices/%s/send")).isTrue();
    assertThat(may("lerato", "/api/v1/invoices/%s/update")).isFalse();
    assertThat(may("lerato", "/api/v1/invoices/%s/discard")).isFalse();
    assertThat(may("lerato", "/api/v1/invoices/%s/void")).isFalse();
    assertThat(may("lerato", "/api/v1/matters/%s/archive")).isFalse();
    assertThat(may("lerato", "/api/v1/pro-formas/%s/withdraw")).isFalse();
    assertThat(may("lerato", "/api/v1/scope-amendments/%s/approve")).isFalse();
    assertThat(may("lerato", "/api/v1/agreements/%s/countersign")).isFalse();
    assertThat(may("lerato", "/api/v1/matters/%s/grant-access")).isFalse();
    assertThat(may("thandi", "/api/v1/matters/%s/grant-access")).isTrue();
    assertThat(may("lerato", "/api/v1/retainers/%s/deposit")).isTrue();
    assertThat(may("lerato", "/api/v1/retainers/%s/draw-down")).isFalse();
    assertThat(may("lerato", "/api/v1/trust-account/transfer")).isFalse();
    assertThat(may("lerato", "/api/v1/practice/change")).isFalse();
    assertThat(may("thandi", "/api/v1/invoices/%s/update")).isTrue();
    assertThat(may("thandi", "/api/v1/pro-formas/%s/withdraw")).isTrue();
    for (String senior :
        List.of(
            "/api/v1/matters/%s/reopen",
            "/api/v1/matters/%s/override-conflict",
            "/api/v1/matters/%s/approve-billing",
            "/api/v1/matters/%s/reject-billing",
            "/api/v1/matters/" + ID + "/work-items/%s/correct-vat",
            "/api/v1/matters/" + ID + "/work-items/%s/remove",
            "/api/v1/matters/" + ID + "/work-items/%s/write-off")) {
      assertThat(may("lerato", senior)).as(senior).isFalse();
      assertThat(may("thandi", senior)).as(senior).isTrue();
    }
    assertThat(may("lerato", "/api/v1/pro-formas/%s/convert-to-matter")).isTrue();
    assertThat(may("lerato", "/api/v1/pro-formas/%s/reverse-conversion")).isFalse();
    assertThat(may("lerato", "/api/v1/rate-cards/%s/retire")).isFalse();
  }

  @Test
  void onlyOperatorsSeeMoreThanHealth() {
    assertThat(get("/actuator/health/liveness").send().status()).isEqualTo(200);
    assertThat(get("/actuator/info").send().status()).isEqualTo(200);
    assertThat(get("/actuator/metrics").send().status()).isEqualTo(401);
    assertThat(get("/actuator/metrics").as("thandi").send().status()).isEqualTo(403);
    assertThat(get("/actuator/metrics").as("operator").send().status()).isEqualTo(200);
    assertThat(get("/actuator/health").as("operator").send().json().has("components")).isTrue();
    assertThat(get("/actuator/health").as("thandi").send().json().has("components")).isFalse();
    assertThat(get("/actuator/health").send().json().has("components")).isFalse();
    assertThat(get("/actuator/env").as("operator").send().status()).isEqualTo(404);
  }

  private boolean may(String user, String path) {
    return post(path.formatted(ID)).as(user).freshKey().ifMatch("\"v1\"").send().status() != 403;
  }

  private static String path(RequestMappingInfo info) {
    return info.getPatternValues().iterator().next();
  }
}
