package za.lexohub.messages.creditnote;

/** Why there is a note. */
public enum NoteCategory {
  BILLING_ERROR,
  SERVICE_ISSUE,
  CLIENT_DISPUTE,
  GOODWILL,
  DISCOUNT,
  OTHER
}
