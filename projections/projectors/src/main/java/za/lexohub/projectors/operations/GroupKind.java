package za.lexohub.projectors.operations;

/** Whether a group may handle an event a second time. */
enum GroupKind {
  /** Writes a read model and nothing else: may begin again at any time. */
  READ_MODEL,
  /** Sends commands. */
  SAGA,
  /** Hands work and news on to others. */
  OUTBOUND
}
