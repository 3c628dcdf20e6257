/** Rate cards are shown as their events tell. */
@NullMarked
package za.lexohub.projectors.ratecard;

import org.jspecify.annotations.NullMarked;
