/** The vocabulary of documents that a person adds to a file. */
@NullMarked
package za.lexohub.messages.attachment;

import org.jspecify.annotations.NullMarked;
