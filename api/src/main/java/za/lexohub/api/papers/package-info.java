/** How stored papers are handed out over HTTP. */
@NullMarked
package za.lexohub.api.papers;

import org.jspecify.annotations.NullMarked;
