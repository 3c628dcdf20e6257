package za.lexohub.query;

/**
 * An answer and how fresh it is.
 *
 * @param position every event up to it is in the answer; later ones may be
 */
public record Answer<T>(T value, long position) {}
