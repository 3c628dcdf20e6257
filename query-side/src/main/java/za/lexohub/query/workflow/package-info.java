/** Questions about the billing workflows. */
@NullMarked
package za.lexohub.query.workflow;

import org.jspecify.annotations.NullMarked;
