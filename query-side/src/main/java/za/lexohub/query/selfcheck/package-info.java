/** Holds what is shown against what the log says, by an account that shares no code with it. */
@NullMarked
package za.lexohub.query.selfcheck;

import org.jspecify.annotations.NullMarked;
