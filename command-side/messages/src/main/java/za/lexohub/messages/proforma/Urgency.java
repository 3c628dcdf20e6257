package za.lexohub.messages.proforma;

/** How soon the client needs the work. */
public enum Urgency {
  LOW,
  MEDIUM,
  HIGH
}
