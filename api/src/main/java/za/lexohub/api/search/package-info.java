/** Finding things over HTTP. */
@NullMarked
package za.lexohub.api.search;

import org.jspecify.annotations.NullMarked;
