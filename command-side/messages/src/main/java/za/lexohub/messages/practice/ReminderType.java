package za.lexohub.messages.practice;

/** Which letter a reminder is: before the due date by courtesy, after it in earnest. */
public enum ReminderType {
  COURTESY_1,
  COURTESY_2,
  COURTESY_3,
  FIRST,
  SECOND,
  FINAL,
  /** Sent by a person, on no schedule. */
  MANUAL
}
