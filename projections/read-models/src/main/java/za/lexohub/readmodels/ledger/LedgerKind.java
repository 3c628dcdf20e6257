package za.lexohub.readmodels.ledger;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What an entry of the ledger says. */
public enum LedgerKind {
  /** An invoice was sent: its total is owed. */
  INVOICED(true),
  /** The invoice is void. The amount is 0: what is taken back is its {@link #INVOICED}. */
  VOIDED(true),
  PAID(true),
  PAYMENT_REVERSED(true),
  CREDITED(true),
  DEBITED(true),
  WRITTEN_OFF(true),
  /**
   * A payment came out of a receipt. It moves nothing by itself: its {@link #PAID} counts on its
   * day, for until then the money paid no invoice.
   */
  ALLOCATED(false),

  /** The amount is what the work is worth from then on; the item's last entry counts. */
  WORK_LOGGED(false),
  WORK_AMENDED(false),
  WORK_REMOVED(false),
  WORK_WRITTEN_OFF(false),
  /** The item stands on an invoice, which may still be a draft. */
  WORK_BILLED(false),
  WORK_RELEASED(false),

  /** The amount is what the pro forma offers. */
  QUOTE_SENT(false),
  QUOTE_ACCEPTED(false),
  QUOTE_DECLINED(false),
  QUOTE_EXPIRED(false),
  /** It became an invoice or, once accepted, a matter. */
  QUOTE_CONVERTED(false);

  private final boolean onAccount;

  LedgerKind(boolean onAccount) {
    this.onAccount = onAccount;
  }

  /** Whether it is booked on an invoice's account: the sum of these amounts is its balance. */
  public boolean isOnAccount() {
    return onAccount;
  }

  /** As a list in SQL. */
  public static String onAccount() {
    return Arrays.stream(values())
        .filter(LedgerKind::isOnAccount)
        .map(kind -> "'" + kind.name() + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
