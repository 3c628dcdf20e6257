package za.lexohub.readmodels.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.row.Sql;

/** Derives the five steps from what both aggregates have recorded. */
final class WorkflowRowMapper {

  static WorkflowView view(ResultSet row, int number) throws SQLException {
    Facts facts = new Facts(row);
    UUID proFormaId = Sql.uuid(row, "pro_forma_id");
    int round = row.getInt("round");
    return new WorkflowView(
        proFormaId + "-" + round,
        proFormaId,
        round,
        Sql.uuid(row, "id"),
        row.getString("state"),
        Sql.instant(row, "started_at"),
        Sql.optionalInstant(row, "ended_at"),
        List.of(
            facts.step("VALIDATE_PRO_FORMA", "started_at", "validated_at", 1),
            facts.step("GENERATE_INVOICE", "validated_at", "generated_at", 1),
            facts.step(
                "GENERATE_PDF", "pdf_requested_at", "pdf_stored_at", facts.count("pdf_requests")),
            facts.step(
                "SEND_NOTIFICATION",
                "mail_requested_at",
                "mail_sent_at",
                facts.count("mail_requests")),
            facts.step("UPDATE_STATUS", "mail_sent_at", "converted_at", 1)));
  }

  /** One joined row of {@code workflow_states}. */
  private static final class Facts {

    private final ResultSet row;
    private final @Nullable String failedStep;

    private Facts(ResultSet row) throws SQLException {
      this.row = row;
      this.failedStep = row.getString("failed_step");
    }

    private int count(String column) throws SQLException {
      return row.getInt(column);
    }

    private WorkflowView.Step step(String name, String from, String to, int asked)
        throws SQLException {
      Instant started = Sql.optionalInstant(row, from);
      Instant done = Sql.optionalInstant(row, to);
      boolean failed = done == null && name.equals(failedStep);
      String status =
          done != null ? "DONE" : failed ? "FAILED" : started != null ? "RUNNING" : "PENDING";
      int retries = name.equals(row.getString("retried_step")) ? count("retries") : 0;
      return new WorkflowView.Step(
          name,
          status,
          started,
          failed ? Sql.optionalInstant(row, "failed_at") : done,
          started == null ? 0 : asked + (asked == 1 ? retries : 0),
          failed ? row.getString("failure") : null);
    }
  }

  private WorkflowRowMapper() {}
}
