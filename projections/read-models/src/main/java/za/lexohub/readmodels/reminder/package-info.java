/** Since when the prescription of a debt runs, in SQL. */
@NullMarked
package za.lexohub.readmodels.reminder;

import org.jspecify.annotations.NullMarked;
