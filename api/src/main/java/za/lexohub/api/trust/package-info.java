/** The trust account over HTTP. */
@NullMarked
package za.lexohub.api.trust;

import org.jspecify.annotations.NullMarked;
