/** Questions about billing from work, batches and rate cards. */
@NullMarked
package za.lexohub.query.billing;

import org.jspecify.annotations.NullMarked;
