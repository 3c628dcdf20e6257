package za.lexohub.messages.work;

/** What a work item records. */
public enum WorkKind {
  TIME,
  SERVICE,
  DISBURSEMENT
}
