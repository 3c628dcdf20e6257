package za.lexohub.messages.party;

import java.util.UUID;

/**
 * Personal data as the log keeps it: sealed by AES-256-GCM under a key of the data subject. The
 * tenant, the subject and the key are authenticated with it, so an envelope cannot be moved to
 * another one. Once the key is destroyed nobody can open it; its bytes, and the proofs over them,
 * stay.
 *
 * @param nonce 96 bits, base64
 * @param ciphertext with its 128-bit tag, base64
 */
public record PersonalData(UUID subjectId, UUID keyId, String nonce, String ciphertext) {}
