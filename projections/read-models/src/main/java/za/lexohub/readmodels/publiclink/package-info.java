/** From the hash of a public token to the pro forma behind it, in SQL. */
@NullMarked
package za.lexohub.readmodels.publiclink;

import org.jspecify.annotations.NullMarked;
