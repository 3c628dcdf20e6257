/** The read side's stores of agreements, scope amendments and reminders. */
@NullMarked
package za.lexohub.readmodels.promises;

import org.jspecify.annotations.NullMarked;
