/** When a difference counts. */
@NullMarked
package za.lexohub.query.selfcheck;

import org.jspecify.annotations.NullMarked;
