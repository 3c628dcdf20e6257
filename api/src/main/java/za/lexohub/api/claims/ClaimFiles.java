package za.lexohub.api.claims;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.Consistency;

/**
 * Knows what a credit note, a dispute or a receipt belongs to: what is typed about it is sealed for
 * that file, so that it is forgotten with it.
 */
public interface ClaimFiles {

  /** Whose invoice or matter is asked for. */
  enum Claim {
    CREDIT_NOTE,
    DISPUTE,
    RECEIPT
  }

  /**
   * @param id of an invoice or a matter; absent for money that came from nobody known
   */
  record ClaimFile(@Nullable UUID id) {}

  /** Empty when the tenant has no such thing. */
  Optional<ClaimFile> fileOf(Claim claim, String tenant, UUID id, Consistency consistency);
}
