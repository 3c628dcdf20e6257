package za.lexohub.journeys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import za.lexohub.api.security.TokenKeys;

/** Access tokens of the test's own making, good ones and others. */
final class Tokens {

  private final RSAKey key;
  private final String issuer;

  Tokens(Stage stage) {
    try {
      key =
          (RSAKey)
              stage
                  .bean(TokenKeys.class)
                  .source()
                  .get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                  .getFirst();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    issuer = stage.base().toString();
  }

  /** With our own key, for this advocate. */
  String until(String tenant, Date end) {
    return signed(claims(tenant, end), key);
  }

  /** With our own key, for somebody in that role. */
  String of(String tenant, String role) {
    return signed(
        new JWTClaimsSet.Builder(claims(tenant, soon())).claim("roles", List.of(role)).build(),
        key);
  }

  String ofAnotherKey(String tenant) {
    try {
      return signed(
          claims(tenant, soon()), new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String unsigned(String tenant) {
    return new PlainJWT(claims(tenant, soon())).serialize();
  }

  /** One tenant's claims under the signature of another's. */
  String altered(String tenant) {
    String[] wanted = until(tenant, soon()).split("\\.");
    String[] held = until("somebody-else", soon()).split("\\.");
    return held[0] + "." + wanted[1] + "." + held[2];
  }

  private static Date soon() {
    return Date.from(Instant.now().plusSeconds(600));
  }

  private JWTClaimsSet claims(String tenant, Date end) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject(tenant)
        .audience("lexohub")
        .claim("tenant", tenant)
        .claim("roles", List.of("advocate-senior"))
        .expirationTime(end)
        .build();
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
