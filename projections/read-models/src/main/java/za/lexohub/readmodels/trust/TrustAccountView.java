package za.lexohub.readmodels.trust;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.practice.PracticeView;

/**
 * The trust account as its page shows it.
 *
 * @param bank absent once it is erased
 * @param matters whose money is held, and how much
 * @param reconciliation the last one; absent before the first
 */
public record TrustAccountView(
    UUID id,
    PracticeView.@Nullable BankAccount bank,
    LocalDate openedOn,
    Money balance,
    List<Held> matters,
    @Nullable Reconciliation reconciliation,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public TrustAccountView {
    matters = List.copyOf(matters);
  }

  /** A matter's part of the account. */
  public record Held(UUID matterId, Money balance) {}

  /**
   * @param difference the bank's balance less the ledger's
   */
  public record Reconciliation(
      LocalDate on, Money ledger, Money bank, Money difference, @Nullable String note) {}
}
