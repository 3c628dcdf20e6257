/** The read side's stores of billing from work, batches and rate cards. */
@NullMarked
package za.lexohub.readmodels.billing;

import org.jspecify.annotations.NullMarked;
