/** The vocabulary of an advocate's rate cards. */
@NullMarked
package za.lexohub.messages.ratecard;

import org.jspecify.annotations.NullMarked;
