/** Projects events onto the read model of the billing workflows. */
@NullMarked
package za.lexohub.projectors.workflow;

import org.jspecify.annotations.NullMarked;
