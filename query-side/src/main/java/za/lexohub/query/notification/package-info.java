/** Questions about what users should know of. */
@NullMarked
package za.lexohub.query.notification;

import org.jspecify.annotations.NullMarked;
