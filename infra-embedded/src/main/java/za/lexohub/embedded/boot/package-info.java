/** Starts the parts before the Spring application that uses them, and stops them after it. */
@NullMarked
package za.lexohub.embedded.boot;

import org.jspecify.annotations.NullMarked;
