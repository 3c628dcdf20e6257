/** Tests what follows for a matter from the work on it. */
@NullMarked
package za.lexohub.query.work;

import org.jspecify.annotations.NullMarked;
