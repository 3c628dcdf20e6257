/** Projects events of billing from work, batches and rate cards onto their read models. */
@NullMarked
package za.lexohub.projectors.billing;

import org.jspecify.annotations.NullMarked;
