/** HTTP's side of billing from work, batches and rate cards. */
@NullMarked
package za.lexohub.api.billing;

import org.jspecify.annotations.NullMarked;
