package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which tokens are taken. */
class TokensTest extends EdgeTest {
  private static final String COUNTS = "/api/v1/workflow/counts";
  private static final String ISSUER = "http://localhost:8080";

  @Test
  void theLocalIssuersTokenSaysWhoseBooksAndWhichRoles() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(token("thandi")).getJWTClaimsSet();

    assertThat(claims.getIssuer()).isEqualTo(ISSUER);
    assertThat(claims.getSubject()).isEqualTo(THANDI);
    assertThat(claims.getStringClaim("tenant")).isEqualTo(THANDI);
    assertThat(claims.getStringListClaim("roles")).containsExactly("advocate-senior");
    assertThat(claims.getAudience()).containsExactly("lexohub");
    assertThat(SignedJWT.parse(token("auditor")).getJWTClaimsSet().getStringClaim("tenant"))
        .isEqualTo(THANDI);
    assertThat(get(COUNTS).as("thandi").send().status()).isEqualTo(200);
  }

  @Test
  void theIssuerCanBeDiscovered() {
    JsonNode found = get("/.well-known/openid-configuration").send().json();

    assertThat(found.path("issuer").asString()).isEqualTo(ISSUER);
    assertThat(found.path("token_endpoint").asString()).isEqualTo(ISSUER + "/oauth2/token");
  }

  @Test
  void noTokenIsChallenged() {
    Reply reply = get(COUNTS).send();

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.isProblem()).isTrue();
    assertThat(reply.code()).isEqualTo("unauthenticated");
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(reply.header("X-Correlation-Id")).isNotEmpty();
  }

  @Test
  void aGoodTokenOfOurMakingIsTaken() throws Exception {
    // The other tests change one thing in it: were it refused, they would prove nothing.
    assertThat(status(signed(claims -> claims))).isEqualTo(200);
  }

  @Test
  void anUnsignedTokenIsRefused() {
    assertRefused(new PlainJWT(claims(c -> c)).serialize());
  }

  @Test
  void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
    byte[] publicKey = signingKey().toRSAPublicKey().getEncoded();
    assertRefused(sign(JWSAlgorithm.HS256, new MACSigner(publicKey)));
    byte[] pem = signingKey().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    assertRefused(sign(JWSAlgorithm.HS512, new MACSigner(pem)));
  }

  @Test
  void anAlgorithmThatIsNotOnTheListIsRefusedEvenFromTheRightKey() throws Exception {
    assertRefused(sign(JWSAlgorithm.RS512, new RSASSASigner(signingKey())));
    assertRefused(sign(JWSAlgorithm.PS256, new RSASSASigner(signingKey())));
  }

  @Test
  void aTokenOfAnotherKeyIsRefused() throws Exception {
    JWSSigner other =
        new RSASSASigner(new RSAKeyGenerator(2048).keyID(signingKey().getKeyID()).generate());
    assertRefused(sign(JWSAlgorithm.RS256, other));
  }

  @Test
  void anAlteredTokenIsRefused() throws Exception {
    String[] parts = token("analyst").split("\\.");
    String[] senior = token("thandi").split("\\.");
    assertRefused(parts[0] + "." + senior[1] + "." + parts[2]);
  }

  @Test
  void timesAreChecked() throws Exception {
    Instant now = Instant.now();
    assertRefused(signed(c -> c.expirationTime(Date.from(now.minusSeconds(120)))));
    assertRefused(signed(c -> c.notBeforeTime(Date.from(now.plusSeconds(300)))));
    assertRefused(signed(c -> c.expirationTime(null)));
    assertThat(status(signed(c -> c.expirationTime(Date.from(now.minusSeconds(20))))))
        .as("within the skew")
        .isEqualTo(200);
  }

  @Test
  void issuerAndAudienceAreChecked() throws Exception {
    assertRefused(signed(c -> c.issuer("http://localhost:9999")));
    assertRefused(signed(c -> c.issuer(null)));
    assertRefused(signed(c -> c.audience("another-api")));
    assertRefused(signed(c -> c.audience((String) null)));
    assertThat(status(signed(c -> c.audience((String) null).claim("client_id", "lexohub"))))
        .as("Cognito names its client instead")
        .isEqualTo(200);
  }

  @Test
  void tenantRolesAndSubjectAreRequired() throws Exception {
    assertRefused(signed(c -> c.claim("tenant", null)));
    assertRefused(signed(c -> c.claim("tenant", "../etc")));
    assertRefused(signed(c -> c.claim("tenant", 7)));
    assertRefused(signed(c -> c.claim("roles", null)));
    assertRefused(signed(c -> c.claim("roles", List.of())));
    assertRefused(signed(c -> c.subject(null)));
  }

  @Test
  void anUnknownRoleMayNothing() throws Exception {
    assertThat(status(signed(c -> c.claim("roles", List.of("emperor"))))).isEqualTo(403);
  }

  @Test
  void publicAddressesLookAtNoToken() {
    Reply reply =
        get("/api/v1/public/pro-formas/unknown").header("Authorization", "Bearer rubbish").send();

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("link-invalid");
  }

  private void assertRefused(String token) {
    Reply reply = get(COUNTS).header("Authorization", "Bearer " + token).send();
    assertThat(reply.status()).as(reply.text()).isEqualTo(401);
    assertThat(reply.isProblem()).isTrue();
    assertThat(reply.header("WWW-Authenticate")).contains("invalid_token");
  }

  private int status(String token) {
    return get(COUNTS).header("Authorization", "Bearer " + token).send().status();
  }

  private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    return sign(JWSAlgorithm.RS256, new RSASSASigner(signingKey()), claims(change));
  }

  private String sign(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
    return sign(algorithm, signer, claims(c -> c));
  }

  private String sign(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
      throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(algorithm).keyID(signingKey().getKeyID()).build(), claims);
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
                .issueTime(Date.from(Instant.now().minusSeconds(600)))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("tenant", THANDI)
                .claim("roles", List.of("advocate-senior")))
        .build();
  }
}
