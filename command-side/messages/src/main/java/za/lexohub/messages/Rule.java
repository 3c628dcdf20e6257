package za.lexohub.messages;

import java.util.Locale;

/** The rules that can refuse a command, each with the stable code that clients may rely on. */
public enum Rule {
  MATTER_NOT_ACTIVE,
  MATTER_NOT_ON_HOLD,
  MATTER_CLOSED,
  MATTER_ARCHIVED,
  MATTER_NOT_ARCHIVED,
  PRO_FORMA_NOT_REQUESTED,
  PRO_FORMA_NOT_SUBMITTED,
  PRO_FORMA_NOT_DRAFTABLE,
  PRO_FORMA_NOT_REVISABLE,
  PRO_FORMA_NOT_DRAFT,
  PRO_FORMA_NOT_SENT,
  PRO_FORMA_NOT_EXPIRED,
  PRO_FORMA_EXPIRED,
  PRO_FORMA_NOT_ACCEPTED,
  /** Billing step 1 has not let this round of the pro forma through. */
  PRO_FORMA_NOT_VALIDATED,
  PRO_FORMA_ALREADY_ANSWERED,
  PRO_FORMA_ALREADY_INVOICED,
  PRO_FORMA_NOT_WITHDRAWABLE,
  PRO_FORMA_INVOICING_NOT_FAILED,
  /** Unknown, used and expired links answer alike. */
  LINK_INVALID,
  /** A new link must be of the generation that follows; the caller knew an older state. */
  LINK_GENERATION_STALE,
  /** A quote of its own names its client, attorney and matter type, or a matter that does. */
  PARTIES_MISSING,
  EXPIRY_NOT_IN_FUTURE,
  VALIDITY_NOT_AFTER_QUOTE_DATE,
  NOTHING_TO_CHARGE,
  TOTAL_TOO_LARGE,
  RECIPIENT_WITHOUT_EMAIL,
  INVOICE_NOT_DRAFT,
  INVOICE_NOT_ISSUED,
  INVOICE_ALREADY_SENT,
  INVOICE_ALREADY_PAID,
  INVOICE_HAS_PAYMENTS,
  DISCOUNT_EXCEEDS_FEES,
  INVOICE_DATE_IN_FUTURE,
  /** The invoice date lies on the other side of the practice's VAT registration than the draft. */
  VAT_STATUS_DIFFERS,
  PAYMENT_EXCEEDS_BALANCE,
  PAYMENT_DATE_IN_FUTURE,
  PAYMENT_ALREADY_RECORDED,
  PAYMENT_UNKNOWN,
  PAYMENT_ALREADY_REVERSED,
  PRACTICE_UNKNOWN,
  /** What was erased is never written down again. */
  PERSONAL_DATA_ERASED,
  /** POPIA s14(1): it is still needed for what it was collected for. */
  PERSONAL_DATA_IN_USE,
  /** A law keeps it; the facts name the law and the last day. */
  RETENTION_RUNS,
  LEGAL_HOLD_IN_FORCE,
  NO_LEGAL_HOLD,
  ERASURE_NOT_SCHEDULED,
  /** A pro forma on a matter is erased with the matter's file. */
  FILE_BELONGS_TO_MATTER,
  MATTER_NOT_PENDING,
  MATTER_NOT_REQUESTED,
  MATTER_NOT_CLOSED,
  /** A conflict was found and not overridden. */
  CONFLICT_NOT_CLEARED,
  CONFLICT_NOT_FOUND,
  WORK_ITEM_UNKNOWN,
  WORK_ITEM_ALREADY_LOGGED,
  WORK_ITEM_BILLED,
  WORK_ITEM_WRITTEN_OFF,
  WORK_DATE_IN_FUTURE,
  NOTHING_TO_BILL,
  MATTER_NOT_READY_TO_BILL,
  FINAL_INVOICE_EXISTS,
  /** The lines of an invoice made from work in progress are that work. */
  INVOICE_LINES_FIXED,
  MATTER_ALREADY_MADE,
  PRO_FORMA_NOT_FOR_MATTER,
  PRO_FORMA_NOT_CONVERTED,
  MATTER_HAS_WORK,
  RATE_CARD_RETIRED,
  AMOUNT_EXCEEDS_BALANCE,
  INVOICE_HAS_CREDITS,
  CREDIT_NOTE_NOT_DRAFT,
  INVOICE_DISPUTED,
  INVOICE_NOT_DISPUTED,
  DISPUTE_NOT_OPEN,
  DISPUTE_RESOLVED,
  RECEIPT_EXCEEDED,
  PAYMENT_ALREADY_RECONCILED,
  /** Such a payment is reversed where the money came from. */
  PAYMENT_FROM_CLIENT_MONEY,
  PRACTICE_ALREADY_REGISTERED,
  NUMBER_FORMAT_INVALID,
  RETAINER_NOT_ACTIVE,
  RETAINER_BALANCE_TOO_LOW,
  RETAINER_OF_OTHER_MATTER,
  RETAINER_NOT_RENEWABLE,
  /** Only a practice with a trust account holds trust money. */
  TRUST_ACCOUNT_NOT_HELD,
  FIDELITY_CERTIFICATE_EXPIRED,
  TRUST_BALANCE_TOO_LOW,
  TRUST_ACCOUNT_ALREADY_OPEN,
  DRAWDOWN_UNKNOWN,
  DRAWDOWN_ALREADY_REVERSED,
  AGREEMENT_NOT_DRAFT,
  AGREEMENT_NOT_SENT,
  AGREEMENT_NOT_SIGNABLE,
  AMENDMENT_NOT_PENDING,
  REMINDER_NOT_DUE,
  REMINDERS_OFF,
  ATTACHMENT_NOT_PENDING,
  ATTACHMENT_DIFFERS,
  ACCESS_ALREADY_REVOKED,
  /** A vendor's tax invoices bear its VAT number. */
  VAT_NUMBER_MISSING,
  /** The money of one matter never pays for another. */
  TRUST_MONEY_OF_OTHER_MATTER,
  /** A retainer runs on it, or money moved on it. */
  MATTER_HAS_CLIENT_MONEY,
  /** Text of that colour could not be read on white paper. */
  COLOUR_TOO_PALE,
  SIGNATURE_DATE_IN_FUTURE;

  /** The code as it stands in a problem: lower case with dashes. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
