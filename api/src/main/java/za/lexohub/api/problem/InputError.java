package za.lexohub.api.problem;

/**
 * One thing that is wrong with the input.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or the name of the header or parameter
 * @param code stable: {@code required}, {@code unknown-field}, {@code wrong-type}, {@code
 *     unknown-value}, {@code length}, {@code range}, {@code format}, {@code invalid-value}
 * @param message for people; may change
 */
public record InputError(String pointer, String code, String message) {}
