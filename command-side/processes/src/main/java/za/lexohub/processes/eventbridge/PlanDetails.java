package za.lexohub.processes.eventbridge;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The details that the plan spells out, field for field and in its order. */
final class PlanDetails {

  /** Of detail type {@code ProFormaAccepted}. */
  record Accepted(UUID proformaId, String userId, Instant timestamp) {}

  /**
   * Of detail type {@code InvoiceGenerated}.
   *
   * @param matterId null when the invoice has no matter
   * @param amount the total with VAT, in rand
   */
  record Generated(
      UUID invoiceId,
      @Nullable UUID matterId,
      BigDecimal amount,
      String userId,
      Instant timestamp) {}

  private PlanDetails() {}
}
