/** Proves, from the sealed tiles, that an event is in the log and that the log only ever grew. */
@NullMarked
package za.lexohub.audit.proof;

import org.jspecify.annotations.NullMarked;
