/** Whom a public token belongs to. */
@NullMarked
package za.lexohub.query.publiclink;

import org.jspecify.annotations.NullMarked;
