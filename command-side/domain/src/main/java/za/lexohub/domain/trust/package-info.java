/** The trust account: clients' money, held apart for each matter. */
@NullMarked
package za.lexohub.domain.trust;

import org.jspecify.annotations.NullMarked;
