/** Retainers over HTTP. */
@NullMarked
package za.lexohub.api.retainer;

import org.jspecify.annotations.NullMarked;
