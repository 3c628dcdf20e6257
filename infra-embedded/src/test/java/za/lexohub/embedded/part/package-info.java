/** Shows that only what was started from a folder is ended from it. */
@NullMarked
package za.lexohub.embedded.part;

import org.jspecify.annotations.NullMarked;
