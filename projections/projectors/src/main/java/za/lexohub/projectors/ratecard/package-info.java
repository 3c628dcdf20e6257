/** Projects events onto the read model of rate cards. */
@NullMarked
package za.lexohub.projectors.ratecard;

import org.jspecify.annotations.NullMarked;
