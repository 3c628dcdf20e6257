/** From the hash of a public token to what it opens, in SQL. */
@NullMarked
package za.lexohub.readmodels.publiclink;

import org.jspecify.annotations.NullMarked;
