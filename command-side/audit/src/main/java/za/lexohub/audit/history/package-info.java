/** Tells what happened, who did it and why, and what it changed. */
@NullMarked
package za.lexohub.audit.history;

import org.jspecify.annotations.NullMarked;
