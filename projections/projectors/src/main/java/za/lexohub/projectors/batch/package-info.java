/** Projects events onto the read model of invoice batches. */
@NullMarked
package za.lexohub.projectors.batch;

import org.jspecify.annotations.NullMarked;
