package za.lexohub.messages.creditnote;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;

/**
 * What may be asked of a credit or debit note. Repeating a command that has had its effect changes
 * nothing.
 */
public sealed interface CreditNoteCommands extends TenantCommand {

  CreditNoteId creditNoteId();

  /** Refused unless the invoice is issued, and a credit unless amount ≤ balance. */
  record DraftCreditNote(
      @TargetAggregateIdentifier CreditNoteId creditNoteId,
      TenantId tenant,
      NoteKind kind,
      InvoiceId invoiceId,
      Money amount,
      NoteCategory category,
      @Nullable DisputeId disputeId,
      PersonalData reason)
      implements CreditNoteCommands {
    public DraftCreditNote {
      Shape.positive("amount", amount);
    }
  }

  /**
   * Takes the next {@code CN} or {@code DN} number. Refused unless draft, and a credit unless
   * amount ≤ balance still.
   */
  record IssueCreditNote(
      @TargetAggregateIdentifier CreditNoteId creditNoteId, TenantId tenant, LocalDate issuedOn)
      implements CreditNoteCommands {
    public IssueCreditNote {
      BusinessTime.plausible(issuedOn);
    }
  }

  /** Refused unless draft: an issued note is owed. */
  record CancelCreditNote(
      @TargetAggregateIdentifier CreditNoteId creditNoteId, TenantId tenant, PersonalData reason)
      implements CreditNoteCommands {}
}
