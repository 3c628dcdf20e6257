/** The vocabulary of erasure: what may be asked of a file's personal data, and what was done. */
@NullMarked
package za.lexohub.messages.erasure;

import org.jspecify.annotations.NullMarked;
