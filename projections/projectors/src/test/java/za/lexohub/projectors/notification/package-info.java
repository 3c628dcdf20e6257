/** Given events, then the read model. */
@NullMarked
package za.lexohub.projectors.notification;

import org.jspecify.annotations.NullMarked;
