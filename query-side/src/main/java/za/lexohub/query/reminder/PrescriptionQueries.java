package za.lexohub.query.reminder;

import java.util.Optional;
import java.util.UUID;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.reminder.PrescriptionRows;
import za.lexohub.readmodels.reminder.PrescriptionView;

/** Answers about prescription from the {@code promises} read model. */
public final class PrescriptionQueries {

  private final PrescriptionRows rows;
  private final AppliedWait applied;

  public PrescriptionQueries(PrescriptionRows rows, AppliedWait applied) {
    this.rows = rows;
    this.applied = applied;
  }

  /**
   * @return empty when this tenant has not sent such an invoice
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the invoice's events could not be applied
   */
  public Optional<Answer<PrescriptionView>> get(
      String tenant, UUID invoiceId, Consistency consistency) {
    long position = applied.await(ReadModelGroups.PROMISES, consistency);
    applied.refuseParked(ReadModelGroups.PROMISES, invoiceId);
    return rows.find(tenant, invoiceId).map(view -> new Answer<>(view, position));
  }
}
