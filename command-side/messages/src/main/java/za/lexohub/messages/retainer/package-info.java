/** The vocabulary of retainers: the advocate's own money, paid before the work. */
@NullMarked
package za.lexohub.messages.retainer;

import org.jspecify.annotations.NullMarked;
