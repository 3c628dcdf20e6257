/** The vocabulary of the trust account: money that belongs to clients. */
@NullMarked
package za.lexohub.messages.trust;

import org.jspecify.annotations.NullMarked;
