/** The vocabulary of what a user has read of the notices. */
@NullMarked
package za.lexohub.messages.notification;

import org.jspecify.annotations.NullMarked;
