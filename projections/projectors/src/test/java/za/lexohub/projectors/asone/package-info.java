/** Tests of how a batch is applied. */
@NullMarked
package za.lexohub.projectors.asone;

import org.jspecify.annotations.NullMarked;
