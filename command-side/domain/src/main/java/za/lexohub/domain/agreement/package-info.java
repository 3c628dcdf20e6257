/** Engagement agreements: on what terms a client engages the advocate. */
@NullMarked
package za.lexohub.domain.agreement;

import org.jspecify.annotations.NullMarked;
