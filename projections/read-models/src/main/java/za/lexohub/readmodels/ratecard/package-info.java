/** Rate cards in SQL. */
@NullMarked
package za.lexohub.readmodels.ratecard;

import org.jspecify.annotations.NullMarked;
