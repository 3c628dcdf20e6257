/** What users should know of, over HTTP. */
@NullMarked
package za.lexohub.api.notification;

import org.jspecify.annotations.NullMarked;
