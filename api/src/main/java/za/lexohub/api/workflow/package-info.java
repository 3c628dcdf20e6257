/** The billing workflows, step by step, over HTTP. */
@NullMarked
package za.lexohub.api.workflow;

import org.jspecify.annotations.NullMarked;
