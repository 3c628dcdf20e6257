package za.lexohub.processes.mail;

/** What the log says about a mail that a message asks for. */
sealed interface Decision {

  /** Nobody asked for it, or it is settled already. */
  record Nothing() implements Decision {}

  /**
   * It can never be sent.
   *
   * @param reason goes into the log, so it holds no personal data
   */
  record Impossible(String reason) implements Decision {}

  /** It is to be sent now. */
  record Send(Letter letter) implements Decision {}
}
