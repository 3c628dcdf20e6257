/** What is asked of a process that begins or ends. */
@NullMarked
package za.lexohub.api.startup;

import org.jspecify.annotations.NullMarked;
