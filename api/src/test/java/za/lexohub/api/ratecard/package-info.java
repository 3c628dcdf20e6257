/** Lines take the rate of their card. */
@NullMarked
package za.lexohub.api.ratecard;

import org.jspecify.annotations.NullMarked;
