/** Questions about the prescription of debts. */
@NullMarked
package za.lexohub.query.reminder;

import org.jspecify.annotations.NullMarked;
