package za.lexohub.messages.proforma;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;

/**
 * What may be asked of a pro forma. Repeating a command that has had its effect changes nothing,
 * unless said otherwise. All time comes with the command. What a person types comes sealed.
 */
public sealed interface ProFormaCommands extends TenantCommand {

  ProFormaId proFormaId();

  /** Issues a public link. Refused without a practice, or unless the expiry lies in the future. */
  record RequestProForma(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      Party client,
      PersonalData wording,
      String matterType,
      Urgency urgency,
      RequestedAction requestedAction,
      String tokenHash,
      Instant expiresAt,
      Instant at)
      implements ProFormaCommands {}

  /** Kills the old link and makes a new one. Refused unless requested. */
  record RegenerateProFormaLink(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      String tokenHash,
      int linkGeneration,
      Instant expiresAt,
      Instant at)
      implements ProFormaCommands {}

  /** The attorney's form. Refused when the token is not the live one, is used, or has expired. */
  record SubmitProFormaRequest(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      String tokenHash,
      Party client,
      Party attorney,
      PersonalData wording,
      String matterType,
      Urgency urgency,
      Instant at)
      implements ProFormaCommands {}

  /** Refused unless submitted. */
  record RejectProFormaRequest(
      @TargetAggregateIdentifier ProFormaId proFormaId, TenantId tenant, PersonalData reason)
      implements ProFormaCommands {}

  /**
   * Prices a submitted request, or starts a quote of its own; refused when drafted already. Takes
   * the next {@code PF} number. A matter, when named, must be the tenant's and not closed or
   * archived.
   *
   * @param client with {@code attorney} and {@code matterType}: compulsory for a quote of its own,
   *     otherwise what was submitted stands unless given
   */
  record DraftProForma(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      @Nullable MatterId matterId,
      @Nullable Party client,
      @Nullable Party attorney,
      @Nullable String matterType,
      PersonalData wording,
      List<OfferedLine> lines,
      LocalDate quoteDate,
      LocalDate validUntil)
      implements ProFormaCommands {
    public DraftProForma {
      lines = List.copyOf(lines);
      BusinessTime.plausible(quoteDate);
      BusinessTime.plausible(validUntil);
    }
  }

  /** Refused unless draft or negotiating. */
  record ReviseProForma(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      PersonalData wording,
      List<OfferedLine> lines,
      LocalDate validUntil,
      LocalDate today)
      implements ProFormaCommands {
    public ReviseProForma {
      lines = List.copyOf(lines);
      BusinessTime.plausible(validUntil);
    }
  }

  /**
   * Refused unless draft (or revised while negotiating), total above 0, still valid, and the
   * attorney reachable by e-mail.
   *
   * @param tokenHash of the {@link LinkPurpose#RESPOND} token of {@code linkGeneration}
   * @param linkGeneration the pro forma's revision
   */
  record SendProForma(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      String tokenHash,
      int linkGeneration,
      Instant at)
      implements ProFormaCommands {}

  /** Refused unless sent and still valid; again by the same party: nothing to do. */
  record AcceptProForma(
      @TargetAggregateIdentifier ProFormaId proFormaId, TenantId tenant, Answer answer)
      implements ProFormaCommands {}

  /**
   * Refused unless sent and still valid; again by the same party without a reason: nothing to do. A
   * reason that comes too late to be recorded is refused rather than dropped.
   */
  record DeclineProForma(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      Answer answer,
      @Nullable PersonalData reason)
      implements ProFormaCommands {}

  /** Refused unless sent and still valid; also a second time, since its note would be lost. */
  record RequestProFormaChanges(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      Answer answer,
      PersonalData note)
      implements ProFormaCommands {}

  /** By a deadline: expires what has passed its time, otherwise nothing to do. */
  record ExpireProForma(
      @TargetAggregateIdentifier ProFormaId proFormaId, TenantId tenant, Instant at)
      implements ProFormaCommands {}

  /**
   * Refused unless expired, and unless the new end lies in the future.
   *
   * @param newDate the last day, Johannesburg time, of the link or the offer
   */
  record ExtendProForma(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      LocalDate newDate,
      Instant at)
      implements ProFormaCommands {
    public ExtendProForma {
      BusinessTime.plausible(newDate);
    }
  }

  /** Refused unless requested or draft. */
  record WithdrawProForma(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      @Nullable PersonalData reason)
      implements ProFormaCommands {}

  /** By the billing saga. Records whether the accepted offer can be invoiced. */
  record ValidateProForma(
      @TargetAggregateIdentifier ProFormaId proFormaId, TenantId tenant, int round)
      implements ProFormaCommands {}

  /** By the billing saga, after the last attempt at a step. */
  record RecordInvoicingFailure(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      int round,
      String step,
      String reason)
      implements ProFormaCommands {}

  /** By a person. Refused unless the workflow has failed. */
  record RetryInvoicing(@TargetAggregateIdentifier ProFormaId proFormaId, TenantId tenant)
      implements ProFormaCommands {}

  /**
   * By the billing saga. Refused unless validated for this round; nothing to do when the invoice
   * was released meanwhile.
   */
  record ConvertProFormaToInvoice(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      int round,
      InvoiceId invoiceId)
      implements ProFormaCommands {}

  /**
   * By the advocate, after the invoice was discarded or voided, or the validation failed. Refused
   * while an invoice lives or is being made.
   *
   * @param round that is to begin; when it has begun before, whatever became of it, nothing
   *     changes. Absent: the next one, whichever that is
   */
  record RequestInvoicing(
      @TargetAggregateIdentifier ProFormaId proFormaId, TenantId tenant, @Nullable Integer round)
      implements ProFormaCommands {

    /** Of the next round. */
    public RequestInvoicing(ProFormaId proFormaId, TenantId tenant) {
      this(proFormaId, tenant, null);
    }
  }

  /**
   * By the delivery saga; again for the same revision: requested again, the worker repeats itself.
   */
  record RequestProFormaPdf(
      @TargetAggregateIdentifier ProFormaId proFormaId, TenantId tenant, int revision)
      implements ProFormaCommands {}

  /** By the worker. */
  record RecordProFormaPdf(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      int revision,
      String key,
      String sha256,
      long size,
      String templateHash,
      String rendererVersion)
      implements ProFormaCommands {}

  /** By the delivery saga, after the last attempt. */
  record RecordProFormaPdfFailure(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      int revision,
      String reason)
      implements ProFormaCommands {}

  /** By the delivery saga. */
  record RequestProFormaNotification(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      int revision,
      String template)
      implements ProFormaCommands {}

  /** By the worker. */
  record RecordProFormaNotification(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      int revision,
      String template,
      String messageId)
      implements ProFormaCommands {}

  /** By the delivery saga, after the last attempt. */
  record RecordProFormaNotificationFailure(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      int revision,
      String template,
      String reason)
      implements ProFormaCommands {}

  /**
   * Opens a matter from it and takes the next reference. Refused unless accepted, or submitted with
   * the wish for a matter. Again with the same matter: nothing to do.
   */
  record ConvertProFormaToMatter(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      MatterId matterId,
      LocalDate openedOn)
      implements ProFormaCommands {
    public ConvertProFormaToMatter {
      BusinessTime.plausible(openedOn);
    }
  }

  /** Refused unless converted to a matter, and when that matter has work or invoices (D9). */
  record ReverseProFormaConversion(
      @TargetAggregateIdentifier ProFormaId proFormaId, TenantId tenant, PersonalData reason)
      implements ProFormaCommands {}

  /**
   * Mails the live link to somebody; again: once more. Refused unless requested and in time, and
   * unless the recipient can be reached by e-mail.
   */
  record MailProFormaLink(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      Party recipient,
      Instant at)
      implements ProFormaCommands {}

  /** Mails what was sent last; again: once more. Refused unless it awaits an answer in time. */
  record ResendProForma(
      @TargetAggregateIdentifier ProFormaId proFormaId, TenantId tenant, Instant at)
      implements ProFormaCommands {}

  /** By the worker, of a further mail. */
  record RecordProFormaMail(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      int delivery,
      String messageId)
      implements ProFormaCommands {}

  /** By the worker, of a further mail. */
  record RecordProFormaMailFailure(
      @TargetAggregateIdentifier ProFormaId proFormaId,
      TenantId tenant,
      int delivery,
      String reason)
      implements ProFormaCommands {}
}
