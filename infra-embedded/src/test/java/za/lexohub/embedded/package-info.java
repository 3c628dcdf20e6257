/** Shows that the parts are real, keep their data, and fail in words. */
@NullMarked
package za.lexohub.embedded;

import org.jspecify.annotations.NullMarked;
