/** Inboxes: what a user has read of the notices, and does not want to read. */
@NullMarked
package za.lexohub.domain.notification;

import org.jspecify.annotations.NullMarked;
