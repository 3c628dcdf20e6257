/** The vocabulary of work on a matter: time, services, disbursements. */
@NullMarked
package za.lexohub.messages.work;

import org.jspecify.annotations.NullMarked;
