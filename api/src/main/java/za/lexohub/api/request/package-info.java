/** What every request carries besides its body: correlation, trace, the caller's network. */
@NullMarked
package za.lexohub.api.request;

import org.jspecify.annotations.NullMarked;
