/** Secrets that are made once and kept in a file. */
@NullMarked
package za.lexohub.api.keys;

import org.jspecify.annotations.NullMarked;
