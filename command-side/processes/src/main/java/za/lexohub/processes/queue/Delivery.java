package za.lexohub.processes.queue;

/**
 * How a queue message arrived.
 *
 * @param messageId the queue's id of the message, the same at every attempt
 * @param receiveCount counts the attempts, from 1
 * @param last whether the dead-letter queue is next
 * @param correlationId of the request that led to the message
 */
public record Delivery(String messageId, int receiveCount, boolean last, String correlationId) {}
