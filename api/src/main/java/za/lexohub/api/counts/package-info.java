/** The numbers of the workflow pipeline over HTTP. */
@NullMarked
package za.lexohub.api.counts;

import org.jspecify.annotations.NullMarked;
