/** Checks what the log has proved, without its makers: nothing here is shared with them. */
package za.lexohub.verifier;
