/** Questions about agreements, scope amendments and reminders. */
@NullMarked
package za.lexohub.query.promises;

import org.jspecify.annotations.NullMarked;
