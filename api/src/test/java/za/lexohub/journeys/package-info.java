/** The stories of the business, told over HTTP against the whole system on real parts. */
@NullMarked
package za.lexohub.journeys;

import org.jspecify.annotations.NullMarked;
