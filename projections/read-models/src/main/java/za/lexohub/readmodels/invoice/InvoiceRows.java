package za.lexohub.readmodels.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Line;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.money.Totals;
import za.lexohub.readmodels.party.Forgotten;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.party.WordingView;
import za.lexohub.readmodels.row.RowErasure;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/** Keeps the rows of invoices. Every write may come again, at any time; an older one is refused. */
public final class InvoiceRows {

  private static final String TABLE = "invoices";

  /** From what is open after it, which the event says. */
  private static final String PAID = "paid = total + debited - credited - written_off - ?";

  private final TenantScope scope;

  public InvoiceRows(TenantScope scope) {
    this.scope = scope;
  }

  public void generated(Stamp stamp, InvoiceView invoice) {
    RowInsert.of(TABLE, stamp)
        .set("invoice_number", invoice.invoiceNumber())
        .set("lifecycle", "DRAFT")
        .set("source", invoice.source())
        .set("pro_forma_id", invoice.proFormaId())
        .set("round", invoice.round())
        .set("matter_id", invoice.matterId())
        .set("matter_type", invoice.matterType())
        .set("invoice_type", invoice.invoiceType())
        .set("bar", invoice.supplier().bar())
        .setJson("supplier", invoice.supplier())
        .setJson("client", invoice.client())
        .setJson("attorney", invoice.attorney())
        .set("title", invoice.title())
        .set("description", invoice.description())
        .set("narrative", invoice.narrative())
        .setJson("lines", invoice.lines())
        .setJson("totals", invoice.totals())
        .set("total", invoice.totals().total())
        .set("term_policy", invoice.paymentTerm().policy())
        .set("term_days", invoice.paymentTerm().days())
        .set("invoice_date", invoice.invoiceDate())
        .set("due_date", invoice.dueDate())
        // What every column holds at first: what follows in the same batch is reckoned from it.
        .set("paid", 0L)
        .set("credited", 0L)
        .set("debited", 0L)
        .set("written_off", 0L)
        .setJson("payments", Map.of())
        .setJson("documents", Map.of())
        .setJson("notifications", Map.of())
        .apply(scope);
  }

  public void draftUpdated(
      Stamp stamp,
      WordingView wording,
      List<Line> lines,
      Totals totals,
      InvoiceView.Term term,
      LocalDate invoiceDate,
      LocalDate dueDate) {
    dates(update(stamp), term, invoiceDate, dueDate)
        .set("title", wording.title())
        .set("description", wording.description())
        .set("narrative", wording.narrative())
        .setJson("lines", lines)
        .setJson("totals", totals)
        .set("total", totals.total())
        .apply(scope);
  }

  public void discounted(Stamp stamp, @Nullable String reason, Totals totals) {
    update(stamp)
        .set("discount_reason", reason)
        .setJson("totals", totals)
        .set("total", totals.total())
        .apply(scope);
  }

  public void discarded(Stamp stamp, String reason) {
    update(stamp).set("lifecycle", "DISCARDED").set("closed_reason", reason).apply(scope);
  }

  public void sent(
      Stamp stamp,
      PartyView recipient,
      Totals totals,
      InvoiceView.Term term,
      LocalDate invoiceDate,
      LocalDate dueDate,
      Instant at) {
    dates(update(stamp), term, invoiceDate, dueDate)
        .set("lifecycle", "ISSUED")
        .setJson("attorney", recipient)
        .setJson("totals", totals)
        .set("total", totals.total())
        .set("sent_at", at)
        .apply(scope);
  }

  public void viewed(Stamp stamp, Instant at) {
    update(stamp).set("viewed_at", at).apply(scope);
  }

  public void overdue(Stamp stamp, LocalDate since) {
    update(stamp).set("overdue_since", since).apply(scope);
  }

  public void paymentRecorded(Stamp stamp, InvoiceView.Payment payment, Money balanceAfter) {
    update(stamp)
        .putJson("payments", payment.id().toString(), payment)
        .setSql(PAID, balanceAfter)
        .apply(scope);
  }

  public void paymentReversed(Stamp stamp, UUID paymentId, String reason, Money balanceAfter) {
    update(stamp)
        .mergeJson(
            "payments", paymentId.toString(), Map.of("reversed", true, "reversalReason", reason))
        .setSql(PAID, balanceAfter)
        .apply(scope);
  }

  /**
   * @param fields of {@link InvoiceView.Payment}
   */
  public void paymentReconciled(Stamp stamp, UUID paymentId, Map<String, @Nullable Object> fields) {
    update(stamp).mergeJson("payments", paymentId.toString(), fields).apply(scope);
  }

  /**
   * @param nothingLeft it leaves the books
   */
  public void writtenOff(Stamp stamp, Money amount, @Nullable String reason, boolean nothingLeft) {
    RowUpdate change = update(stamp).setSql("written_off = written_off + ?", amount);
    if (nothingLeft) {
      change.set("lifecycle", "WRITTEN_OFF").set("closed_reason", reason);
    }
    change.apply(scope);
  }

  public void credited(Stamp stamp, InvoiceView.Note note) {
    update(stamp)
        .setSql("credited = credited + ?", note.amount())
        .putJson("notes", note.id().toString(), note)
        .apply(scope);
  }

  public void debited(Stamp stamp, InvoiceView.Note note) {
    update(stamp)
        .setSql("debited = debited + ?", note.amount())
        .putJson("notes", note.id().toString(), note)
        .apply(scope);
  }

  /**
   * @param dispute absent when it is over
   */
  public void disputed(Stamp stamp, @Nullable UUID dispute) {
    update(stamp).set("dispute_id", dispute).apply(scope);
  }

  public void reminders(Stamp stamp, boolean enabled) {
    update(stamp).set("reminders_enabled", enabled).apply(scope);
  }

  public void reminded(Stamp stamp, InvoiceView.Reminder reminder) {
    update(stamp)
        .putJson("reminders", Integer.toString(reminder.sequence()), reminder)
        .apply(scope);
  }

  public void paid(Stamp stamp, LocalDate on) {
    update(stamp).set("paid_on", on).apply(scope);
  }

  public void reopened(Stamp stamp) {
    update(stamp)
        .set("paid_on", null)
        .set("lifecycle", "ISSUED")
        .set("closed_reason", null)
        .apply(scope);
  }

  public void voided(Stamp stamp, String reason) {
    update(stamp).set("lifecycle", "VOIDED").set("closed_reason", reason).apply(scope);
  }

  /**
   * @param fields of {@link InvoiceView.Document}; what is not among them stays
   */
  public void document(
      Stamp stamp, String kind, int version, Map<String, @Nullable Object> fields) {
    update(stamp).mergeJson("documents", kind + "-" + version, fields).apply(scope);
  }

  /**
   * @param fields of {@link InvoiceView.Notification}; what is not among them stays
   */
  public void notification(
      Stamp stamp, String template, int delivery, Map<String, @Nullable Object> fields) {
    update(stamp).mergeJson("notifications", template + "-" + delivery, fields).apply(scope);
  }

  /** Nothing that is shown has changed, but the version. */
  public void touched(Stamp stamp) {
    RowUpdate.touched(scope, TABLE, stamp);
  }

  /** Leaves what a replay would write now. */
  public void forget(String tenant, UUID id, Forgotten forgotten) {
    RowErasure row = RowErasure.of(TABLE);
    if (forgotten.client()) {
      row.party("client");
    }
    if (forgotten.attorney()) {
      row.party("attorney");
    }
    if (forgotten.wording()) {
      row.text("title")
          .clear("description")
          .clear("narrative")
          .textOfEach("lines", "description")
          .text("discount_reason")
          .text("closed_reason");
    }
    row.apply(scope, tenant, id);
    if (forgotten.wording()) {
      // One column is set once in a statement.
      RowErasure.of(TABLE).textOfEntries("payments", "reference").apply(scope, tenant, id);
      RowErasure.of(TABLE).textOfEntries("payments", "reversalReason").apply(scope, tenant, id);
      RowErasure.of(TABLE).textOfEntries("payments", "bankReference").apply(scope, tenant, id);
    }
  }

  public void empty() {
    scope.truncate(TABLE);
  }

  private static RowUpdate update(Stamp stamp) {
    return RowUpdate.of(TABLE, stamp);
  }

  private static RowUpdate dates(
      RowUpdate update, InvoiceView.Term term, LocalDate invoiceDate, LocalDate dueDate) {
    return update
        .set("term_policy", term.policy())
        .set("term_days", term.days())
        .set("invoice_date", invoiceDate)
        .set("due_date", dueDate);
  }
}
