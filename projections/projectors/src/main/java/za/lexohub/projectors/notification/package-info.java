/** Tells users what has happened in their books. */
@NullMarked
package za.lexohub.projectors.notification;

import org.jspecify.annotations.NullMarked;
