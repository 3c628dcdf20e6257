/** Matters over HTTP. */
@NullMarked
package za.lexohub.api.matter;

import org.jspecify.annotations.NullMarked;
