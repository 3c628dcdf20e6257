package za.lexohub.query.live;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.live.Change;

/**
 * An attorney may know of a change when they could read the changed thing after it. Asked of the
 * attorney's own reads, as they are when the change has been applied, so that a grant counts from
 * its event on and ends with the event that takes it back.
 *
 * <p>Most changes are of matters that the attorney has no grant on. Which those are is kept until
 * somebody is given or loses access; it only ever says no, so a grant that was taken back shows
 * nothing, whatever is kept.
 */
final class GrantedChanges implements Audience {

  /**
   * What an attorney's reads show the effect of. Whatever else is recorded on a granted matter
   * (work, conflict checks, budgets, billing, mail) is the practice's own affair, also that it
   * happened.
   */
  static final Set<String> SHOWN =
      Set.of(
          "MatterRequested",
          "MatterOpened",
          "MatterAccepted",
          "MatterActivated",
          "MatterPutOnHold",
          "MatterResumed",
          "MatterSettled",
          "MatterClosed",
          "MatterReopened",
          "MatterAccessGranted",
          "ProFormaSent",
          "ProFormaAccepted",
          "ProFormaDeclined",
          "ProFormaNegotiationRequested",
          "ProFormaExpired",
          "ProFormaExtended",
          "ProFormaWithdrawn",
          "ProFormaConvertedToInvoice",
          "InvoiceSent",
          "InvoiceViewed",
          "InvoiceBecameOverdue",
          "PaymentRecorded",
          "InvoicePartiallyPaid",
          "InvoicePaid",
          "PaymentReversed",
          "InvoiceReopened",
          "InvoiceVoided",
          "InvoiceWrittenOff",
          "InvoiceSettled",
          "CreditNoteApplied",
          "DebitNoteApplied",
          "InvoiceDisputed",
          "InvoiceDisputeResolved");

  private static final String GRANT = "MatterAccessGranted";

  private static final Set<String> ACCESS = Set.of("MatterRequested", GRANT, "MatterAccessRevoked");

  /** A grant that an operator has repaired comes without an event. */
  private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();

  private final GrantedReads reads;
  private final String attorney;
  private final LongSupplier nanos;
  private @Nullable Known known;

  /** The matters; empty when any may be. */
  private record Known(Optional<Set<UUID>> matters, long since) {}

  /**
   * @param attorney the subject of the attorney's token
   * @param nanos as {@link System#nanoTime}
   */
  GrantedChanges(GrantedReads reads, String attorney, LongSupplier nanos) {
    this.reads = reads;
    this.attorney = attorney;
    this.nanos = nanos;
  }

  @Override
  public void passed(Change change) {
    if (ACCESS.contains(change.type())) {
      known = null;
    }
  }

  @Override
  public boolean mayKnow(Change change) {
    if (!SHOWN.contains(change.type())) {
      return false;
    }
    if (!mayBeGranted(change)) {
      return false;
    }
    // Who else sees the matter is the advocate's to know.
    return change.type().equals(GRANT)
        ? reads.isGrantOf(attorney, change)
        : reads.show(attorney, change);
  }

  private boolean mayBeGranted(Change change) {
    Set<UUID> matters = matters(change).orElse(null);
    return matters == null
        || !matters.isEmpty() && reads.matterOf(change).filter(matters::contains).isPresent();
  }

  private Optional<Set<UUID>> matters(Change change) {
    Known kept = known;
    long now = nanos.getAsLong();
    if (kept == null || now - kept.since() > LONGEST_NANOS) {
      kept = new Known(reads.matters(attorney, change), now);
      known = kept;
    }
    return kept.matters();
  }
}
