/** Money that belongs to no invoice yet. */
@NullMarked
package za.lexohub.domain.receipt;

import org.jspecify.annotations.NullMarked;
