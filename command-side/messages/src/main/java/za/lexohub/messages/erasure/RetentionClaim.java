package za.lexohub.messages.erasure;

import java.time.LocalDate;

/**
 * A law that keeps the records of a file.
 *
 * @param law its stable name in the table of retention
 * @param source where it is written
 * @param keepUntil the last day of keeping, Johannesburg time
 */
public record RetentionClaim(String law, String source, LocalDate keepUntil) {}
