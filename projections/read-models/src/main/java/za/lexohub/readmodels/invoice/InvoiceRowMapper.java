package za.lexohub.readmodels.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Line;
import za.lexohub.readmodels.money.Totals;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.party.SupplierView;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Sql;

/** An invoice's row, read. */
final class InvoiceRowMapper {

  static final String SUMMARY =
      """
      id, invoice_number, status, lifecycle, payment_status, pro_forma_id, matter_id, matter_type,
      bar, title, client ->> 'name' as client_name, attorney ->> 'name' as attorney_name,
      attorney ->> 'firm' as firm, total, paid, balance, invoice_date, due_date,
      sent_at, viewed_at, overdue_since, version, created_at, updated_at\
      """;

  static InvoiceSummary summary(ResultSet row, int number) throws SQLException {
    return new InvoiceSummary(
        Sql.uuid(row, "id"),
        row.getString("invoice_number"),
        row.getString("status"),
        row.getString("lifecycle"),
        row.getString("payment_status"),
        Sql.optionalUuid(row, "pro_forma_id"),
        Sql.optionalUuid(row, "matter_id"),
        row.getString("matter_type"),
        row.getString("bar"),
        row.getString("title"),
        row.getString("client_name"),
        row.getString("attorney_name"),
        Sql.optionalText(row, "firm"),
        Sql.money(row, "total"),
        Sql.money(row, "paid"),
        Sql.money(row, "balance"),
        Sql.date(row, "invoice_date"),
        Sql.date(row, "due_date"),
        Sql.optionalInstant(row, "sent_at"),
        Sql.optionalInstant(row, "viewed_at"),
        overdueSince(row),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }

  static InvoiceView view(ResultSet row, int number) throws SQLException {
    List<InvoiceView.Payment> payments = Json.columnOf(row, "payments", InvoiceView.Payment.class);
    payments.sort(Comparator.comparing(InvoiceView.Payment::recordedAt));
    List<InvoiceView.Document> documents =
        Json.columnOf(row, "documents", InvoiceView.Document.class);
    documents.sort(
        Comparator.comparing(InvoiceView.Document::kind)
            .thenComparing(InvoiceView.Document::version));
    List<InvoiceView.Notification> notifications =
        Json.columnOf(row, "notifications", InvoiceView.Notification.class);
    notifications.sort(
        Comparator.comparing(InvoiceView.Notification::template)
            .thenComparing(InvoiceView.Notification::delivery));
    List<InvoiceView.Note> notes = Json.columnOf(row, "notes", InvoiceView.Note.class);
    notes.sort(
        Comparator.comparing(InvoiceView.Note::appliedAt).thenComparing(InvoiceView.Note::number));
    List<InvoiceView.Reminder> reminders =
        Json.columnOf(row, "reminders", InvoiceView.Reminder.class);
    reminders.sort(Comparator.comparing(InvoiceView.Reminder::sequence));
    return new InvoiceView(
        Sql.uuid(row, "id"),
        row.getString("invoice_number"),
        row.getString("status"),
        row.getString("lifecycle"),
        row.getString("payment_status"),
        Sql.optionalInstant(row, "viewed_at"),
        overdueSince(row),
        row.getString("source"),
        Sql.optionalUuid(row, "pro_forma_id"),
        row.getInt("round"),
        Sql.optionalUuid(row, "matter_id"),
        row.getString("matter_type"),
        row.getString("invoice_type"),
        Json.column(row, "supplier", SupplierView.class),
        Json.column(row, "client", PartyView.class),
        Json.column(row, "attorney", PartyView.class),
        row.getString("title"),
        Sql.optionalText(row, "description"),
        Sql.optionalText(row, "narrative"),
        Json.columnOf(row, "lines", Line.class),
        Json.column(row, "totals", Totals.class),
        Sql.optionalText(row, "discount_reason"),
        Sql.money(row, "paid"),
        Sql.money(row, "balance"),
        Sql.money(row, "credited"),
        Sql.money(row, "debited"),
        Sql.money(row, "written_off"),
        Sql.optionalUuid(row, "dispute_id"),
        row.getBoolean("reminders_enabled"),
        new InvoiceView.Term(row.getString("term_policy"), row.getInt("term_days")),
        Sql.date(row, "invoice_date"),
        Sql.date(row, "due_date"),
        Sql.optionalInstant(row, "sent_at"),
        Sql.optionalDate(row, "paid_on"),
        Sql.optionalText(row, "closed_reason"),
        payments,
        notes,
        reminders,
        documents,
        notifications,
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }

  /** The column outlives the payment, for the case of a reversal; what is shown does not. */
  private static @Nullable LocalDate overdueSince(ResultSet row) throws SQLException {
    return "OVERDUE".equals(row.getString("status"))
        ? Sql.optionalDate(row, "overdue_since")
        : null;
  }

  private InvoiceRowMapper() {}
}
