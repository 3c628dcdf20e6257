/** What has to happen by itself about agreements, scope amendments and reminders. */
@NullMarked
package za.lexohub.processes.promises;

import org.jspecify.annotations.NullMarked;
