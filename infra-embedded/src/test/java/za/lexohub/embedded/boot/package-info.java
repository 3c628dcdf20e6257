/** Shows a Spring application with parts, and one without them. */
@NullMarked
package za.lexohub.embedded.boot;

import org.jspecify.annotations.NullMarked;
