/** Projects events onto the read model of the counts of work. */
@NullMarked
package za.lexohub.projectors.workflowcounts;

import org.jspecify.annotations.NullMarked;
