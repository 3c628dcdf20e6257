package za.lexohub.readmodels.workflow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One round of billing an accepted pro forma, in its five steps.
 *
 * @param id {@code <proFormaId>-<round>}
 * @param state one of {@link WorkflowState}
 * @param invoiceId the invoice this round makes, known before it exists
 * @param steps always five, in order
 */
public record WorkflowView(
    String id,
    UUID proFormaId,
    int round,
    UUID invoiceId,
    String state,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<Step> steps) {

  public WorkflowView {
    steps = List.copyOf(steps);
  }

  /**
   * @param name {@code VALIDATE_PRO_FORMA}, {@code GENERATE_INVOICE}, {@code GENERATE_PDF}, {@code
   *     SEND_NOTIFICATION} or {@code UPDATE_STATUS}
   * @param status {@code PENDING}, {@code RUNNING}, {@code DONE} or {@code FAILED}
   * @param attempts how often the log shows it was asked for; 0 while pending
   * @param detail why it failed
   */
  public record Step(
      String name,
      String status,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      int attempts,
      @Nullable String detail) {}
}
