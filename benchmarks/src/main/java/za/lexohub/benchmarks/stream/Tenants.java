package za.lexohub.benchmarks.stream;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens for as many practices as a load needs, signed as the local issuer signs. */
public final class Tenants {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final long HOURS_SECONDS = 23 * 3600;

  private final String issuer;
  private final String keyId;
  private final PrivateKey key;

  /**
   * @param jwk the issuer's private key as a JSON Web Key
   */
  public Tenants(String issuer, String jwk) throws GeneralSecurityException {
    this.issuer = issuer;
    JsonNode fields = JSON.readTree(jwk);
    keyId = fields.path("kid").asString();
    key =
        KeyFactory.getInstance("RSA")
            .generatePrivate(new RSAPrivateKeySpec(number(fields, "n"), number(fields, "d")));
  }

  /** Of the senior advocate of a practice of this name, without a session. */
  public String token(String tenant) throws GeneralSecurityException {
    return token(tenant, "");
  }

  /** Of the senior advocate of a practice of this name, who has logged in. */
  public String sessionToken(String tenant) throws GeneralSecurityException {
    return token(tenant, "\"sid\":\"session-%s\",".formatted(tenant));
  }

  private String token(String tenant, String more) throws GeneralSecurityException {
    String head = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(keyId);
    String claims =
        """
        {"iss":"%s","sub":"%s","aud":"lexohub","tenant":"%s","roles":["advocate-senior"],\
        %s"exp":%d}\
        """
            .formatted(
                issuer, tenant, tenant, more, Instant.now().getEpochSecond() + HOURS_SECONDS);
    String signed = encoded(head) + "." + encoded(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private static String encoded(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static BigInteger number(JsonNode fields, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(fields.path(name).asString()));
  }
}
