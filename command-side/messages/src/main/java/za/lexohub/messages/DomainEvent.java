package za.lexohub.messages;

/**
 * Something that has happened and is in the log for ever. Every implementation carries an {@link
 * za.lexohub.messages.serialization.EventType}; the registry finds it by walking the sealed
 * hierarchies.
 */
public interface DomainEvent {}
