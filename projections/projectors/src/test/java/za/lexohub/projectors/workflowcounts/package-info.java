/** Given events, then the read model. */
@NullMarked
package za.lexohub.projectors.workflowcounts;

import org.jspecify.annotations.NullMarked;
