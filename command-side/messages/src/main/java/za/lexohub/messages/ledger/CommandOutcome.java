package za.lexohub.messages.ledger;

/**
 * What a command came to, from which its answer is made: the first time and every time it is
 * repeated.
 *
 * @param requestHash of the request that brought the key
 * @param aggregateId the command's target
 * @param version the count of the target's events after the command
 * @param position of the last event of the append, or of the log's head when nothing was appended
 */
public record CommandOutcome(String requestHash, String aggregateId, long version, long position) {}
