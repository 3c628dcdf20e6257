package za.lexohub.api.proforma;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import za.lexohub.messages.TenantId;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.proforma.ProFormaView;

/** Which revision a version of a pro forma shows. */
final class Revisions {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration STEP = Duration.ofMillis(10);

  private final Views views;

  Revisions(Views views) {
    this.views = views;
  }

  /**
   * Waits a little for a view as new as the caller's; then says the best that is known, because the
   * aggregate has the last word on version and revision.
   */
  int at(TenantId tenant, UUID id, OptionalLong version) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      ProFormaView view =
          views
              .get(tenant.value(), id, Consistency.NONE)
              .map(answer -> answer.value())
              .orElse(null);
      boolean fresh = view != null && view.version() >= version.orElse(0);
      if (fresh || System.nanoTime() - deadline >= 0) {
        return view == null ? 1 : Math.max(1, view.revision());
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
