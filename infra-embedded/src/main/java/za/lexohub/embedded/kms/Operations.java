package za.lexohub.embedded.kms;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import za.lexohub.embedded.aws.Refusal;

/** What KMS decides about one request whose caller is known. */
final class Operations {

  private static final int MOST_PLAIN = 4096;
  private static final int MOST_SEALED = 6144;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, KmsKey> keys = new ConcurrentHashMap<>();

  void add(KmsKey key) {
    keys.put(key.arn, key);
  }

  KmsKey known(String arn) {
    return Optional.ofNullable(keys.get(arn)).orElseThrow();
  }

  /**
   * @param operation without the service's prefix
   */
  synchronized String answer(String operation, byte[] body) throws Refusal {
    JsonNode request = request(body);
    ObjectNode answer = json.createObjectNode();
    switch (operation) {
      case "Encrypt" -> encrypt(request, answer);
      case "Decrypt" -> decrypt(request, answer);
      case "GenerateDataKey" -> generate(request, answer);
      case "Sign" -> sign(request, answer);
      case "GetPublicKey" -> publicKey(request, answer);
      default -> throw new Refusal("UnknownOperationException", operation + " is not known here");
    }
    return answer.toString();
  }

  private JsonNode request(byte[] body) throws Refusal {
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      throw new Refusal("SerializationException", "The request is not JSON");
    }
  }

  private void encrypt(JsonNode request, ObjectNode answer) throws Refusal {
    KmsKey key = key(request, false);
    byte[] plain = bytes(request, "Plaintext", MOST_PLAIN);
    answer
        .put("CiphertextBlob", base64(key.encrypt(plain, context(request))))
        .put("KeyId", key.arn)
        .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
  }

  private void decrypt(JsonNode request, ObjectNode answer) throws Refusal {
    byte[] blob = bytes(request, "CiphertextBlob", MOST_SEALED);
    KmsKey sealer =
        keys.values().stream()
            .filter(key -> key.hasEncrypted(blob))
            .findFirst()
            .orElseThrow(() -> new Refusal("InvalidCiphertextException", ""));
    if (request.has("KeyId") && key(request, false) != sealer) {
      throw new Refusal(
          "IncorrectKeyException",
          "The key ID in the request does not identify a CMK that can perform this operation.");
    }
    sealer.requireUsable(false);
    answer
        .put("Plaintext", base64(sealer.decrypt(blob, context(request))))
        .put("KeyId", sealer.arn)
        .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
  }

  private void generate(JsonNode request, ObjectNode answer) throws Refusal {
    KmsKey key = key(request, false);
    if (!request.path("KeySpec").asString("").equals("AES_256")) {
      throw invalid("keySpec", "AES_256");
    }
    byte[] plain = new byte[32];
    new SecureRandom().nextBytes(plain);
    answer
        .put("Plaintext", base64(plain))
        .put("CiphertextBlob", base64(key.encrypt(plain, context(request))))
        .put("KeyId", key.arn);
  }

  private void sign(JsonNode request, ObjectNode answer) throws Refusal {
    KmsKey key = key(request, true);
    byte[] message = bytes(request, "Message", MOST_PLAIN);
    if (!request.path("SigningAlgorithm").asString("").equals("ED25519_SHA_512")) {
      throw new Refusal(
          "InvalidKeyUsageException",
          "Algorithm "
              + request.path("SigningAlgorithm")
              + " is incompatible with key spec"
              + " ECC_NIST_EDWARDS25519.");
    }
    if (!request.path("MessageType").asString("RAW").equals("RAW")) {
      throw new Refusal(
          "ValidationException", "ED25519_SHA_512 supports only the message type RAW.");
    }
    answer
        .put("Signature", base64(key.sign(message)))
        .put("KeyId", key.arn)
        .put("SigningAlgorithm", "ED25519_SHA_512");
  }

  private void publicKey(JsonNode request, ObjectNode answer) throws Refusal {
    KmsKey key = key(request, true);
    answer
        .put("PublicKey", base64(key.publicKey()))
        .put("KeyId", key.arn)
        .put("KeySpec", "ECC_NIST_EDWARDS25519")
        .put("KeyUsage", "SIGN_VERIFY");
    answer.putArray("SigningAlgorithms").add("ED25519_SHA_512").add("ED25519_PH_SHA_512");
  }

  /** By its ARN or the id at the ARN's end. */
  private KmsKey key(JsonNode request, boolean forSigning) throws Refusal {
    String id = request.path("KeyId").asString("");
    KmsKey key =
        keys.values().stream()
            .filter(known -> known.arn.equals(id) || known.arn.endsWith(":key/" + id))
            .findFirst()
            .orElseThrow(() -> new Refusal("NotFoundException", "Key '" + id + "' does not exist"));
    key.requireUsable(forSigning);
    return key;
  }

  private static SortedMap<String, String> context(JsonNode request) throws Refusal {
    SortedMap<String, String> context = new TreeMap<>();
    for (Map.Entry<String, JsonNode> pair : request.path("EncryptionContext").properties()) {
      if (!pair.getValue().isString()) {
        throw new Refusal("SerializationException", "An encryption context holds texts");
      }
      if (pair.getKey().startsWith("aws:")) {
        throw new Refusal("ValidationException", "aws: is reserved in an encryption context");
      }
      context.put(pair.getKey(), pair.getValue().asString());
    }
    return context;
  }

  private static byte[] bytes(JsonNode request, String field, int most) throws Refusal {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(request.path(field).asString(""));
    } catch (IllegalArgumentException e) {
      throw new Refusal("SerializationException", field + " is not base64");
    }
    if (bytes.length < 1 || bytes.length > most) {
      throw invalid(
          Character.toLowerCase(field.charAt(0)) + field.substring(1),
          "Member must have length between 1 and " + most);
    }
    return bytes;
  }

  private static Refusal invalid(String field, String constraint) {
    return new Refusal(
        "ValidationException",
        "1 validation error detected: Value at '%s' failed to satisfy constraint: %s"
            .formatted(field, constraint));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  String refusal(Refusal refusal) {
    return json.createObjectNode()
        .put("__type", refusal.code())
        .put("message", refusal.getMessage())
        .toString();
  }

  static String randomId() {
    return UUID.randomUUID().toString();
  }
}
