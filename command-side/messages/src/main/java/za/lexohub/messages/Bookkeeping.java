package za.lexohub.messages;

/**
 * An event that only notes how work outside went: a rendering, a mail, a step of a workflow. It
 * adds to an aggregate's version, but whoever read the version before it has missed nothing to
 * decide on, so a command with that version is still admitted.
 */
public interface Bookkeeping extends DomainEvent {}
