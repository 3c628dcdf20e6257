/** Questions asked of the real stores. */
@NullMarked
package za.lexohub.query.workflowcounts;

import org.jspecify.annotations.NullMarked;
