/** Reminders of invoices, and the prescription of what they claim, over HTTP. */
@NullMarked
package za.lexohub.api.reminder;

import org.jspecify.annotations.NullMarked;
