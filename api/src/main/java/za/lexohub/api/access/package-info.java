/** An attorney's login: whom the advocate lets in, and what those see and answer. */
@NullMarked
package za.lexohub.api.access;

import org.jspecify.annotations.NullMarked;
