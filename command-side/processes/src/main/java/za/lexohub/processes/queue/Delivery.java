package za.lexohub.processes.queue;

/**
 * How a queue message arrived.
 *
 * @param messageId the queue's id of the message, the same at every attempt
 * @param correlationId of the request that led to the message
 */
public record Delivery(String messageId, String correlationId) {}
