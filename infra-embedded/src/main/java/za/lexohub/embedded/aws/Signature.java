package za.lexohub.embedded.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.Credentials;

/**
 * Recomputes AWS Signature Version 4 of a request, as AWS does, and refuses what does not match.
 */
public final class Signature {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          ALGORITHM
              + " Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request,\\s*"
              + "SignedHeaders=([^,]+),\\s*Signature=([0-9a-f]{64})");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** As AWS: older or newer signatures are refused. */
  private static final Duration VALIDITY = Duration.ofMinutes(5);

  private final Credentials credentials;
  private final String service;
  private final String region;
  private final Clock clock;

  /**
   * @param service by the name that AWS signs it with, such as {@code events}
   */
  public Signature(Credentials credentials, String service, String region, Clock clock) {
    this.credentials = credentials;
    this.service = service;
    this.region = region;
    this.clock = clock;
  }

  /**
   * Does nothing when the signature is right.
   *
   * @param header gives a header's value by its name in lower case
   */
  public void require(
      String method, String path, byte[] body, Function<String, @Nullable String> header)
      throws Refusal {
    String authorization = header.apply("authorization");
    if (authorization == null) {
      throw new Refusal("MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    Matcher parts = AUTHORIZATION.matcher(authorization);
    if (!parts.matches()) {
      throw new Refusal(
          "IncompleteSignatureException",
          "The Authorization header is not of the form of " + ALGORITHM);
    }
    requireScope(parts);
    String time = requireTime(parts.group(2), header.apply("x-amz-date"));
    String bodyHash = hash(body);
    String announced = header.apply("x-amz-content-sha256");
    if (announced != null && !announced.equals(bodyHash)) {
      throw new Refusal(
          "InvalidSignatureException", "The body does not have the hash x-amz-content-sha256");
    }
    List<String> signed = Arrays.asList(parts.group(5).split(";"));
    if (!signed.contains("host") || !signed.contains("x-amz-date")) {
      throw new Refusal(
          "InvalidSignatureException", "'Host' and 'X-Amz-Date' must be signed headers");
    }
    String canonical =
        String.join(
            "\n",
            method,
            path,
            "",
            signed.stream()
                .map(name -> name + ":" + trimmed(header.apply(name)) + "\n")
                .collect(Collectors.joining()),
            parts.group(5),
            bodyHash);
    String scope = String.join("/", parts.group(2), parts.group(3), service, "aws4_request");
    String toSign =
        String.join("\n", ALGORITHM, time, scope, hash(canonical.getBytes(StandardCharsets.UTF_8)));
    String expected = HexFormat.of().formatHex(hmac(key(parts.group(2), parts.group(3)), toSign));
    if (!MessageDigest.isEqual(bytes(expected), bytes(parts.group(6)))) {
      throw new Refusal(
          "InvalidSignatureException",
          "The request signature we calculated does not match the signature you provided. Check"
              + " your AWS Secret Access Key and signing method.");
    }
  }

  private void requireScope(Matcher parts) throws Refusal {
    if (!parts.group(1).equals(credentials.accessKeyId())) {
      throw new Refusal(
          "UnrecognizedClientException", "The security token included in the request is invalid.");
    }
    if (!parts.group(4).equals(service)) {
      throw new Refusal(
          "InvalidSignatureException",
          "Credential should be scoped to correct service: '" + service + "'.");
    }
    if (!parts.group(3).equals(region)) {
      throw new Refusal(
          "InvalidSignatureException",
          "Credential should be scoped to a valid region: '" + region + "'.");
    }
  }

  private String requireTime(String day, @Nullable String time) throws Refusal {
    try {
      Instant signedAt = TIME.parse(String.valueOf(time), Instant::from);
      if (Duration.between(signedAt, clock.instant()).abs().compareTo(VALIDITY) > 0) {
        throw new Refusal(
            "InvalidSignatureException",
            "Signature expired: " + time + " is not within " + VALIDITY);
      }
    } catch (DateTimeException e) {
      throw new Refusal(
          "IncompleteSignatureException",
          "X-Amz-Date must be in ISO8601 'basic format', unlike " + time);
    }
    String checked = String.valueOf(time);
    if (!checked.startsWith(day)) {
      throw new Refusal(
          "InvalidSignatureException", "The date in Credential scope does not match X-Amz-Date");
    }
    return checked;
  }

  private byte[] key(String day, String region) {
    byte[] key = hmac(bytes("AWS4" + credentials.secretAccessKey()), day);
    return hmac(hmac(hmac(key, region), service), "aws4_request");
  }

  private static String trimmed(@Nullable String value) {
    return value == null ? "" : value.strip().replaceAll(" +", " ");
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
