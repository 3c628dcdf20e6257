package za.lexohub.processes.queue;

/**
 * How a message came.
 *
 * @param receiveCount how often this message has been received, this time included
 * @param last whether a failure now sends it to the dead-letter queue
 * @param correlationId of the request that led to the work
 */
public record Delivery(String messageId, int receiveCount, boolean last, String correlationId) {}
