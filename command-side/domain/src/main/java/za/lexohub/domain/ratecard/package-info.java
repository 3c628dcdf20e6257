/** Rate cards: what an advocate charges for a kind of service. */
@NullMarked
package za.lexohub.domain.ratecard;

import org.jspecify.annotations.NullMarked;
