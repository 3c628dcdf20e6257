/** The vocabulary of what operators do to the read models, and of what is found wrong with them. */
@NullMarked
package za.lexohub.messages.operation;

import org.jspecify.annotations.NullMarked;
