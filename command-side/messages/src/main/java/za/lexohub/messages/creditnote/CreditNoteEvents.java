package za.lexohub.messages.creditnote;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.serialization.EventType;

/**
 * The life of a credit or debit note. A {@code reason} is a sealed string, under the key of the
 * invoice.
 */
public sealed interface CreditNoteEvents extends DomainEvent {

  CreditNoteId creditNoteId();

  /** Somebody means to issue it; nothing is booked yet. */
  @EventType("CreditNoteDrafted")
  record CreditNoteDrafted(
      CreditNoteId creditNoteId,
      TenantId tenantId,
      NoteKind kind,
      InvoiceId invoiceId,
      Money amount,
      NoteCategory category,
      @Nullable DisputeId disputeId,
      PersonalData reason)
      implements CreditNoteEvents {}

  /**
   * It has its number and is booked on the invoice in the same append.
   *
   * @param supplier as the invoice names it
   * @param correctTotal what the invoice comes to with all its notes
   * @param ordinal counts the notes of this kind on the invoice, from 1
   */
  @EventType("CreditNoteIssued")
  record CreditNoteIssued(
      CreditNoteId creditNoteId,
      String noteNumber,
      String invoiceNumber,
      Supplier supplier,
      Money amount,
      Money vatPortion,
      Money correctTotal,
      LocalDate issuedOn,
      int ordinal)
      implements CreditNoteEvents {}

  /** The draft is given up. */
  @EventType("CreditNoteCancelled")
  record CreditNoteCancelled(CreditNoteId creditNoteId, PersonalData reason)
      implements CreditNoteEvents {}
}
