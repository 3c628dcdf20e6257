/** The attorney's side of a pro forma: no login, only the link's token. */
@NullMarked
package za.lexohub.api.publiclink;

import org.jspecify.annotations.NullMarked;
