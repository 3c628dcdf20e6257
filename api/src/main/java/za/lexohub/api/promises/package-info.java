/** HTTP's side of agreements, scope amendments and reminders. */
@NullMarked
package za.lexohub.api.promises;

import org.jspecify.annotations.NullMarked;
