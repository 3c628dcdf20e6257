package za.lexohub.readmodels.ledger;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/** One fact, about to be booked. What it does not say is absent. */
public final class LedgerEntry {

  private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

  private LedgerEntry() {}

  /**
   * @param day the legal day on which it counts
   * @param cents signed as they change what is open, for what is on an invoice's account
   */
  public static LedgerEntry of(LedgerKind kind, LocalDate day, long cents) {
    return new LedgerEntry().with("kind", kind).with("entry_date", day).with("amount", cents);
  }

  public LedgerEntry invoice(UUID id) {
    return with("invoice_id", id);
  }

  public LedgerEntry matter(@Nullable UUID id) {
    return with("matter_id", id);
  }

  public LedgerEntry proForma(UUID id) {
    return with("pro_forma_id", id);
  }

  public LedgerEntry note(UUID id) {
    return with("note_id", id);
  }

  public LedgerEntry payment(UUID id, @Nullable String method) {
    return with("payment_id", id).with("method", method);
  }

  /** What the total is made of; fees are before the discount. */
  public LedgerEntry totals(Money fees, Money disbursements, Money discount, Money vat) {
    return with("fees", fees)
        .with("disbursements", disbursements)
        .with("discount", discount)
        .with("vat", vat);
  }

  public LedgerEntry due(LocalDate day) {
    return with("due_date", day);
  }

  public LedgerEntry work(UUID item) {
    return with("work_item_id", item);
  }

  public LedgerEntry spent(@Nullable Integer minutes, boolean billable) {
    return with("minutes", minutes).with("billable", billable);
  }

  Map<String, @Nullable Object> columns() {
    return columns;
  }

  private LedgerEntry with(String column, @Nullable Object value) {
    columns.put(column, value);
    return this;
  }
}
