/** How much work stands where. */
@NullMarked
package za.lexohub.query.workflowcounts;

import org.jspecify.annotations.NullMarked;
