/** The vocabulary of invoicing many at once. */
@NullMarked
package za.lexohub.messages.batch;

import org.jspecify.annotations.NullMarked;
