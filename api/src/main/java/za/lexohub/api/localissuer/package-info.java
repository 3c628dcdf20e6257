/** Hands out tokens to sample users on one machine; never part of a production start. */
@NullMarked
package za.lexohub.api.localissuer;

import org.jspecify.annotations.NullMarked;
