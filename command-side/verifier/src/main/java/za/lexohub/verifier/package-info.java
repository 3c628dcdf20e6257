/**
 * Checks what the log has proved, without its makers: nothing here is shared with them, and nothing
 * but the JDK is needed.
 */
package za.lexohub.verifier;
