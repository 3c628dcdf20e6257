/** Scope amendments over HTTP. */
@NullMarked
package za.lexohub.api.scope;

import org.jspecify.annotations.NullMarked;
