/** Rate cards over HTTP, and the lines of documents that take their rate from one. */
@NullMarked
package za.lexohub.api.ratecard;

import org.jspecify.annotations.NullMarked;
