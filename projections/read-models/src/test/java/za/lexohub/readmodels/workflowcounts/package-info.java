/** Contracts of the counts. */
@NullMarked
package za.lexohub.readmodels.workflowcounts;

import org.jspecify.annotations.NullMarked;
