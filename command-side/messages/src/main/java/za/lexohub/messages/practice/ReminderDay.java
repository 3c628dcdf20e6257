package za.lexohub.messages.practice;

/**
 * When a reminder is due.
 *
 * @param days after the invoice date for a courtesy letter, after the due date for the others
 */
public record ReminderDay(ReminderType type, int days) {}
