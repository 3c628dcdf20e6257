package za.lexohub.query.live;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import za.lexohub.query.Consistency;
import za.lexohub.query.access.GrantedQueries;
import za.lexohub.readmodels.live.Change;

/**
 * An attorney may know of a change when they could read the changed thing after it. Asked of the
 * attorney's own reads, as they are when the change has been applied, so that a grant counts from
 * its event on and ends with the event that takes it back.
 */
final class GrantedChanges implements Grants {

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

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final GrantedQueries granted;

  GrantedChanges(GrantedQueries granted) {
    this.granted = granted;
  }

  @Override
  public boolean show(String attorney, Change change) {
    if (!SHOWN.contains(change.type())) {
      return false;
    }
    String tenant = change.tenant();
    UUID id = UUID.fromString(change.aggregateId());
    Consistency applied = Consistency.through(change.position(), PATIENCE);
    return switch (change.aggregateType()) {
      case "Matter" -> granted.matter(tenant, attorney, id, applied).isPresent();
      case "ProForma" -> granted.proForma(tenant, attorney, id, applied).isPresent();
      case "Invoice" -> granted.invoice(tenant, attorney, id, applied).isPresent();
      default -> false;
    };
  }
}
