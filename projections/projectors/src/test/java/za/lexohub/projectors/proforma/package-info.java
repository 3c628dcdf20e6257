/** Given events, then the read model. */
@NullMarked
package za.lexohub.projectors.proforma;

import org.jspecify.annotations.NullMarked;
