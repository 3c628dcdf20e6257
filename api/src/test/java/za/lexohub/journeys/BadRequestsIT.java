package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Addresses, tokens, headers and questions that are none. */
class BadRequestsIT extends Unmoved {

  @Test
  void idsThatAreSomebodyElsesOrNobodys() {
    Caller thandi = stage.as("thandi");
    for (Desk.Command command : desk.commands()) {
      if (!command.resource().isBlank()) {
        Map<String, String> headers = headers(ANY);
        problem(
            thandi.send("POST", command.path(), headers, bytes(command.body())),
            404,
            "a stranger at " + command.path());
        String kind = command.resource().replaceFirst("[^/]+$", "");
        for (String id :
            List.of(
                UUID.randomUUID().toString(),
                "42",
                "null",
                "%20",
                "1-1-1-1-1",
                "x".repeat(500),
                "%F0%9F%98%80",
                "'--")) {
          String path = kind + id + "/" + command.verb();
          // What is written with a % is not even looked at.
          int status = id.contains("%") ? 400 : 404;
          problem(pieter.send("POST", path, headers(ANY), bytes(command.body())), status, path);
        }
      }
    }
    for (String path : List.of("/api/v1/matters/42", "/api/v1/workflows/x", "/api/v1/nowhere")) {
      problem(pieter.get(path), 404, path);
    }
    // The server itself refuses this address, and knows nothing of problems.
    stage.attorney().get("/api/v1/public/pro-formas/%00").expect(400);
    problem(stage.attorney().get("/api/v1/public/pro-formas/x"), 404, "a token that is none");
  }

  @Test
  void tokensThatAreForgedOrExpired() {
    List<String> forged = new ArrayList<>(List.of("x", "a.b.c", "..", "e30.e30.", "\u00e9"));
    Tokens tokens = new Tokens(stage);
    forged.add(tokens.unsigned(PIETERS_TENANT));
    forged.add(tokens.ofAnotherKey(PIETERS_TENANT));
    forged.add(tokens.altered(PIETERS_TENANT));
    forged.add(tokens.until(PIETERS_TENANT, Date.from(Instant.now().minusSeconds(3600))));
    for (String token : forged) {
      Caller stranger = Caller.with(token, stage.base());
      problem(stranger.get(desk.matter), 401, token);
      Desk.Command pay = new Desk.Command(desk.issuedInvoice, "payments", desk.payment());
      problem(stranger.send("POST", pay.path(), headers(ANY), bytes(pay.body())), 401, token);
    }
    // Were the good one refused, the others would prove nothing.
    String good = tokens.until(PIETERS_TENANT, Date.from(Instant.now().plusSeconds(600)));
    Caller.with(good, stage.base()).get(desk.matter).expect(200);
  }

  @Test
  void headersThatAreMissingOrMalformed() {
    Desk.Command pay = new Desk.Command(desk.issuedInvoice, "payments", desk.payment());
    for (String key :
        List.of(
            "",
            "short",
            "x".repeat(129),
            "x".repeat(4000),
            "with space and 8",
            "caf\u00e9caf\u00e9")) {
      Map<String, String> headers = headers(ANY);
      headers.put("Idempotency-Key", key);
      problem(
          pieter.send("POST", pay.path(), headers, bytes(pay.body())), 400, "key " + start(key));
    }
    Map<String, String> noKey = headers(ANY);
    noKey.remove("Idempotency-Key");
    pieter
        .send("POST", pay.path(), noKey, bytes(pay.body()))
        .refused(400, "idempotency-key-missing");
    for (String tag :
        List.of(
            "v1",
            "\"v1",
            "W/\"v1\"",
            "*",
            "\"v0\"",
            "\"v-1\"",
            "\"1\"",
            "\"v1\", \"v2\"",
            "\"v99999999999999999999\"")) {
      problem(send(pay, pay.body(), tag), 400, tag);
    }
    Map<String, String> noTag = headers(ANY);
    noTag.remove("If-Match");
    pieter.send("POST", pay.path(), noTag, bytes(pay.body())).refused(428, "precondition-required");
    send(pay, pay.body(), ANY).refused(412, "version-conflict");
    for (String type : List.of("text/plain", "application/xml", "text/html", "nonsense", "*/*")) {
      Map<String, String> headers = headers(ANY);
      headers.put("Content-Type", type);
      problem(pieter.send("POST", pay.path(), headers, bytes(pay.body())), 415, type);
    }
    for (String name :
        List.of(
            "Accept",
            "Prefer",
            "Consistency-Token",
            "If-None-Match",
            "X-Actor-Reason",
            "X-Correlation-Id",
            "traceparent",
            "Range",
            "Accept-Language")) {
      for (String value :
          List.of("x", "-1", "9".repeat(40), "\u00ff", "a,b;c=\"", "x".repeat(3000))) {
        Answer read = pieter.send("GET", desk.matter, Map.of(name, value), new byte[0]);
        assertThat(read.status()).as(name + ": " + start(value)).isLessThan(500);
        Map<String, String> headers = headers(ANY);
        headers.put(name, value);
        Answer write = pieter.send("POST", pay.path(), headers, bytes(pay.body()));
        assertThat(write.status()).as(name + ": " + start(value)).isBetween(400, 499);
      }
    }
    for (String method : List.of("PUT", "DELETE", "PATCH")) {
      problem(pieter.send(method, desk.matter, headers(ANY), bytes("{}")), 405, method);
    }
  }

  @Test
  void questionsThatMakeNoSense() {
    for (String list : desk.lists()) {
      for (String query :
          List.of(
              "surprise=1",
              "limit=0",
              "limit=501",
              "limit=-1",
              "limit=x",
              "limit=99999999999",
              "sort=x",
              "sort=-",
              "after=x",
              "after=" + "x".repeat(6000),
              "limit=1&limit=2",
              "createdAt%5Bgte%5D=x",
              "%00=1",
              "status=%00")) {
        problem(pieter.get(list + "?" + query), 400, list + "?" + query);
      }
      String cursor =
          pieter.get(list + "?limit=1").expect(200).json().path("nextCursor").asString("");
      if (!cursor.isEmpty()) {
        String other = list.equals("/api/v1/matters") ? "/api/v1/invoices" : "/api/v1/matters";
        String flipped = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);
        pieter.get(list + "?limit=1&after=" + flipped).refused(400, "invalid-cursor");
        pieter.get(list + "?after=" + cursor.substring(1)).refused(400, "invalid-cursor");
        pieter.get(other + "?after=" + cursor).refused(400, "invalid-cursor");
        problem(pieter.get(list + "?sort=createdAt&after=" + cursor), 400, "another order");
      }
    }
    for (String range :
        List.of("x", "0000-13-45", "-999999999-01-01", "%2B999999999-12-31", "9999-12-31")) {
      Answer found = pieter.get("/api/v1/invoices?dueDate%5Bgte%5D=" + range);
      assertThat(found.status()).as(range + found.text()).isIn(200, 400);
    }
    for (String instant :
        List.of(
            "x",
            "-999999999-01-01T00:00:00Z",
            "%2B999999999-12-31T23:59:59Z",
            "9999-12-31T00:00:00Z")) {
      Answer found = pieter.get("/api/v1/invoices?issuedAt%5Blt%5D=" + instant);
      assertThat(found.status()).as(instant + found.text()).isIn(200, 400);
    }
    for (Desk.Command command : desk.commands()) {
      Answer answer =
          pieter.send("POST", command.path() + "?force=true", headers(ANY), bytes(command.body()));
      answer.refused(400, "invalid-parameter");
    }
  }

  @Test
  void searchesForAnything() {
    for (String words :
        List.of(
            "\"*:[]{}\\/~^",
            "\"",
            "**",
            "??",
            "a*",
            "*:*",
            "_exists_:id",
            "a AND",
            "NOT",
            "OR OR",
            "a && b || !c",
            "[1 TO",
            "{x",
            "x~99",
            "x^1e9",
            "/.*/",
            "\\",
            "\\\\",
            "-",
            "+-+",
            "((((",
            "<script>",
            "%s%n",
            "${x}",
            "\uD83D\uDE00\uD83D\uDE00",
            "e\u0301\u0301",
            "\u202eabc",
            "\u0E01\u0E33\u0E19",
            "x ".repeat(100).strip(),
            "(".repeat(200),
            "\uFFFF\uFFFE")) {
      for (String path :
          List.of("/api/v1/search", "/api/v1/invoices", "/api/v1/matters", "/api/v1/pro-formas")) {
        Answer found = pieter.get(path + "?q=" + encoded(words));
        assertThat(found.status()).as(words + " at " + path + ": " + found.text()).isIn(200, 400);
      }
    }
    for (String query :
        List.of(
            "q=" + "x".repeat(10_000),
            "q=%00%00",
            "q=",
            "",
            "q=ab&type=X",
            "q=ab&limit=0",
            "q=ab&after=x",
            "q=ab&q=cd",
            "q=ab&surprise=1",
            "q=%ff%fe")) {
      problem(pieter.get("/api/v1/search?" + query), 400, start(query));
    }
    for (String query :
        List.of(
            "type=X",
            "archived=perhaps",
            "from=0000-13-45",
            "from=2026-02-01&to=2026-01-01",
            "from=-999999999-01-01",
            "to=%2B999999999-12-31",
            "to=9999-12-31",
            "status=" + "x,".repeat(500))) {
      Answer counted = pieter.get("/api/v1/search/facets?" + query);
      assertThat(counted.status()).as(query + counted.text()).isIn(200, 400);
    }
  }
}
