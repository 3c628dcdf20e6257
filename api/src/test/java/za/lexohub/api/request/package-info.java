/** Who asks, and under which ids. */
@NullMarked
package za.lexohub.api.request;

import org.jspecify.annotations.NullMarked;
