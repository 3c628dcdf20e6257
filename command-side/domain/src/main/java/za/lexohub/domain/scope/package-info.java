/** Scope amendments: other work, or another estimate, than a matter began with. */
@NullMarked
package za.lexohub.domain.scope;

import org.jspecify.annotations.NullMarked;
