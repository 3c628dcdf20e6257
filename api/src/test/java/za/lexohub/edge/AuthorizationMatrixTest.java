package za.lexohub.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.edge.Description.Operation;

/** Every operation there is, for every role and every bad token, held against authorization.txt. */
class AuthorizationMatrixTest extends EdgeTest {
  private static final String TABLE = "authorization.txt";
  private static final String ISSUER = "http://localhost:8080";
  private static final String OPEN = "*";

  /** In the order of the table's letters. */
  private static final List<String> ROLES =
      List.of(
          "advocate-junior",
          "advocate-senior",
          "chambers-admin",
          "clerk",
          "attorney",
          "auditor",
          "analyst",
          "admin");

  private static final String LETTERS = "JSCKTUNO";

  private final Map<String, String> table = table();
  private List<Operation> operations;

  @BeforeEach
  void readTheDescription() {
    operations = new Description(get("/openapi.json").send().json()).operations();
  }

  @Test
  void everyOperationHasItsLineAndEveryLineItsOperation() {
    assertThat(new TreeSet<>(table.keySet()))
        .isEqualTo(new TreeSet<>(operations.stream().map(AuthorizationMatrixTest::line).toList()));
    assertThat(table).hasSizeGreaterThan(200);
    assertThat(table.values())
        .allSatisfy(
            letters ->
                assertThat(letters.equals(OPEN) || wellFormed(letters)).as(letters).isTrue());
  }

  @Test
  void eachRoleMayDoWhatTheTableSaysAndNothingElse() throws Exception {
    Map<String, String> tokens = new LinkedHashMap<>();
    for (String role : ROLES) {
      tokens.put(role, good(claims -> claims.claim("roles", List.of(role))));
    }
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Operation operation : operations) {
      String letters = table.getOrDefault(line(operation), "");
      if (letters.equals(OPEN)) {
        continue;
      }
      for (int column = 0; column < ROLES.size(); column++) {
        String role = ROLES.get(column);
        int status = ask(operation, tokens.get(role)).status();
        asked++;
        boolean may = letters.length() > column && letters.charAt(column) != '.';
        if (status == 401 || (status == 403) == may) {
          wrong.add(operation + " as " + role + ": " + status);
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(1_600);
  }

  @Test
  void noOperationIsOpenedByABadToken() throws Exception {
    List<String> wrong = new ArrayList<>();
    Map<String, String> bad = badTokens();
    for (Operation operation : operations) {
      if (table.getOrDefault(line(operation), "").equals(OPEN)) {
        continue;
      }
      for (Map.Entry<String, String> token : bad.entrySet()) {
        Reply reply = ask(operation, token.getValue());
        if (reply.status() != 401
            || !reply.isProblem()
            || reply.header("WWW-Authenticate").isEmpty()) {
          wrong.add(operation + " by a token that is " + token.getKey() + ": " + reply.status());
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(gateway.commands).isEmpty();
  }

  /** Nobody's, and that of a senior advocate but for one thing. */
  private Map<String, String> badTokens() throws Exception {
    Map<String, String> bad = new LinkedHashMap<>();
    Instant now = Instant.now();
    RSAKey key = signingKey();
    RSASSASigner own = new RSASSASigner(key);
    bad.put("missing", "");
    bad.put("rubbish", "rubbish");
    bad.put("expired", good(claims -> claims.expirationTime(Date.from(now.minusSeconds(120)))));
    bad.put("for another audience", good(claims -> claims.audience("another-api")));
    bad.put("of another issuer", good(claims -> claims.issuer("http://localhost:9999")));
    bad.put("unsigned", new PlainJWT(claims(it -> it)).serialize());
    bad.put(
        "signed with the public key",
        signed(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
            new MACSigner(key.toRSAPublicKey().getEncoded()),
            it -> it));
    bad.put(
        "of a key that nobody knows",
        signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("unknown").build(), own, it -> it));
    String[] good = good(it -> it).split("\\.");
    String[] other = good(claims -> claims.claim("tenant", "somebody-else")).split("\\.");
    bad.put("altered", good[0] + "." + other[1] + "." + good[2]);
    bad.put("without a tenant", good(claims -> claims.claim("tenant", null)));
    return bad;
  }

  private Reply ask(Operation operation, String token) {
    Request request =
        request(
                operation.method(),
                operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
            .freshKey()
            .ifMatch("\"v1\"")
            .header("Prefer", "wait=0");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    // A body that is none: who may ask is told so, who may not is not even read.
    return (operation.isRead() ? request : request.json("[]")).send();
  }

  private String good(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    RSAKey key = signingKey();
    return signed(
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
        new RSASSASigner(key),
        change);
  }

  private static String signed(
      JWSHeader header, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> change)
      throws JOSEException {
    SignedJWT token = new SignedJWT(header, claims(change));
    token.sign(signer);
    return token.serialize();
  }

  private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
    return change
        .apply(
            new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(THANDI)
                .audience("lexohub")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("tenant", THANDI)
                .claim("roles", List.of("advocate-senior")))
        .build();
  }

  private static String line(Operation operation) {
    return operation.method() + " /" + operation.address().replaceFirst("^/", "");
  }

  private static boolean wellFormed(String letters) {
    for (int column = 0; column < letters.length(); column++) {
      char letter = letters.charAt(column);
      if (letter != '.' && letter != LETTERS.charAt(column)) {
        return false;
      }
    }
    return letters.length() == LETTERS.length();
  }

  private static Map<String, String> table() {
    try (InputStream in = AuthorizationMatrixTest.class.getResourceAsStream(TABLE)) {
      Map<String, String> table = new LinkedHashMap<>();
      new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.strip().split("\\s+"))
          .forEach(
              words -> {
                if (words.length != 3 || table.put(words[0] + " " + words[1], words[2]) != null) {
                  throw new IllegalStateException("not a line: " + String.join(" ", words));
                }
              });
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
