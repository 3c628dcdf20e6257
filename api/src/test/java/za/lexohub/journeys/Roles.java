package za.lexohub.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import za.lexohub.embedded.EmbeddedParts;
import za.lexohub.embedded.kms.KmsServer;

/**
 * One process for each role, over one set of parts, behind a balancer: an installation in small.
 * Names are those of roles with a number, {@code command-0}.
 */
final class Roles implements AutoCloseable {

  static final String THANDI = "7a1d0c5e-0001-4000-8000-000000000001";
  static final String MAIL = "thandi@mokoena.example";

  /** As the secret of the practices holds it on AWS. */
  private static final String PRACTICES =
      """
      {"lexohub": {"practices": {"%s": {
        "name": "Adv Thandi Mokoena", "email": "%s", "phone": "+27 11 555 0101",
        "address": "Group 21, Duma Nokwe Chambers\\nJohannesburg 2001",
        "practice-number": "JHB0101", "bar": "JOHANNESBURG",
        "vat-number": "4010101010", "vat-registered-from": "2018-03-01",
        "banking": {"bank": "First Example Bank", "account-name": "T Mokoena",
          "account-number": "62000000101", "branch-code": "250655", "swift": "EXMPZAJJ"}}}}}
      """
          .formatted(THANDI, MAIL);

  private final Premises premises;
  private final Issuer issuer = new Issuer();
  private final Balancer balancer = new Balancer();
  private final Map<String, Application> nodes = new LinkedHashMap<>();
  private final KmsServer kms;
  private final String masterKey;
  private final String signingKey;
  private final Executor threads = task -> Thread.ofVirtual().start(task);

  Roles(Premises premises) {
    this.premises = premises;
    try {
      this.kms =
          KmsServer.start(
              String.valueOf(premises.settings().get("lexohub.aws.access-key-id")),
              String.valueOf(premises.settings().get("lexohub.aws.secret-access-key")),
              EmbeddedParts.REGION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.masterKey = kms.symmetricKey();
    this.signingKey = kms.signingKey();
  }

  Balancer balancer() {
    return balancer;
  }

  Caller thandi() {
    return Caller.with(issuer.token(THANDI), balancer.base());
  }

  /** One that is there, or a new one that is not started. */
  synchronized Application node(String name) {
    return nodes.computeIfAbsent(name, this::make);
  }

  /** All that there are, by their names. */
  synchronized Map<String, Application> nodes() {
    return Map.copyOf(nodes);
  }

  private Application make(String name) {
    URI base = URI.create("http://localhost:" + Stage.freePort());
    String role = name.substring(0, name.indexOf('-'));
    Map<String, Object> common = new HashMap<>();
    common.put("lexohub.public-url", balancer.base());
    common.put("lexohub.security.issuer", issuer.name());
    common.put("lexohub.security.jwks-uri", issuer.keys());
    common.put("lexohub.security.audiences", "lexohub");
    common.put("lexohub.audit.origin", "apart.example/log");
    common.put("lexohub.mail.from", "LexoHub <billing@lexohub.example>");
    common.put("lexohub.eventbridge.bus", "lexohub-events");
    common.put("lexohub.event-store.segments", 4);
    common.put("spring.application.json", PRACTICES);
    common.put("lexohub.kms.endpoint", kms.endpoint());
    common.put("lexohub.kms.master-key", masterKey);
    common.put("lexohub.kms.accepted-master-keys", masterKey);
    common.put("lexohub.kms.signing-keys", signingKey);
    if (role.equals("query")) {
      balancer.reads(base);
    }
    if (role.equals("command")) {
      balancer.writes(base);
    }
    return premises.alone("apart-" + name, role, base, common);
  }

  /** All at once; returns when the last is ready. */
  void start(String... names) {
    List<CompletableFuture<Void>> starting = new ArrayList<>();
    for (String name : names) {
      starting.add(starting(name));
    }
    starting.forEach(CompletableFuture::join);
  }

  CompletableFuture<Void> starting(String name) {
    Application node = node(name);
    return CompletableFuture.runAsync(node::start, threads);
  }

  @Override
  public void close() {
    nodes.values().forEach(Application::close);
    balancer.close();
    issuer.close();
    kms.close();
  }
}
