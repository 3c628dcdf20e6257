/** Whole books over HTTP, as files. */
@NullMarked
package za.lexohub.api.export;

import org.jspecify.annotations.NullMarked;
