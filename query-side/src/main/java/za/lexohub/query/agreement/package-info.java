/** Questions about engagement agreements. */
@NullMarked
package za.lexohub.query.agreement;

import org.jspecify.annotations.NullMarked;
