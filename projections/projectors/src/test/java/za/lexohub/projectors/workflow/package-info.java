/** Given events, then the read model. */
@NullMarked
package za.lexohub.projectors.workflow;

import org.jspecify.annotations.NullMarked;
