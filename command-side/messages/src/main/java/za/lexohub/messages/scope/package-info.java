/** The vocabulary of amendments to what a matter covers. */
@NullMarked
package za.lexohub.messages.scope;

import org.jspecify.annotations.NullMarked;
