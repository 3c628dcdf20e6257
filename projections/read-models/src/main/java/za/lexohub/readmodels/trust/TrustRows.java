package za.lexohub.readmodels.trust;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.practice.PracticeView;
import za.lexohub.readmodels.row.RowErasure;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps the rows of trust accounts and of what was moved on them. Every write may come again, at
 * any time; an older one is refused.
 */
public final class TrustRows {

  private static final String ACCOUNTS = "trust_accounts";
  private static final String ENTRIES = "trust_entries";

  private final TenantScope scope;

  public TrustRows(TenantScope scope) {
    this.scope = scope;
  }

  public void opened(Stamp stamp, PracticeView.@Nullable BankAccount bank, LocalDate openedOn) {
    RowInsert.of(ACCOUNTS, stamp).setJson("bank", bank).set("opened_on", openedOn).apply(scope);
  }

  /**
   * @param account what the account is stamped with; the entry has its own id
   */
  public void entered(Stamp account, TrustEntryView entry) {
    RowInsert.of(ENTRIES, of(account, entry.id()))
        .set("kind", entry.kind())
        .set("matter_id", entry.matterId())
        .set("invoice_id", entry.invoiceId())
        .set("receipt_number", entry.receiptNumber())
        .set("authorized_by", entry.authorization())
        .set("amount", entry.amount())
        .set("method", entry.method())
        .set("entry_date", entry.date())
        .set("note", entry.note())
        .set("matter_balance", entry.matterBalance())
        .set("balance", entry.balance())
        .apply(scope);
    balance(account, entry.balance());
  }

  public void reversed(Stamp account, UUID entryId, @Nullable String reason, Money balance) {
    RowUpdate.of(ENTRIES, of(account, entryId))
        .set("reversed", true)
        .set("reversed_reason", reason)
        .apply(scope);
    balance(account, balance);
  }

  public void reconciled(Stamp account, TrustAccountView.Reconciliation reconciliation) {
    RowUpdate.of(ACCOUNTS, account).setJson("reconciliation", reconciliation).apply(scope);
  }

  private void balance(Stamp account, Money balance) {
    RowUpdate.of(ACCOUNTS, account).set("balance", balance).apply(scope);
  }

  private static Stamp of(Stamp account, UUID entryId) {
    return new Stamp(account.tenant(), entryId, account.version(), account.at());
  }

  /** What was typed about a matter's money. */
  public void forget(String tenant, UUID matterId) {
    RowErasure.of(ENTRIES)
        .text("note")
        .text("reversed_reason")
        .apply(scope, tenant, "matter_id", matterId);
  }

  public void empty() {
    scope.truncate(ACCOUNTS, ENTRIES);
  }
}
