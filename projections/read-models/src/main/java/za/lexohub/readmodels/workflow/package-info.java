/** The billing of an accepted pro forma, step by step, in SQL. */
@NullMarked
package za.lexohub.readmodels.workflow;

import org.jspecify.annotations.NullMarked;
