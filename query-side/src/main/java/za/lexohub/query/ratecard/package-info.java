/** Questions about rate cards. */
@NullMarked
package za.lexohub.query.ratecard;

import org.jspecify.annotations.NullMarked;
