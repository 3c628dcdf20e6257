/** What answers say of how far the read models have come. */
@NullMarked
package za.lexohub.api.projections;

import org.jspecify.annotations.NullMarked;
