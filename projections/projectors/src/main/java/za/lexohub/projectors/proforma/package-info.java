/** Projects events onto the read model of pro formas. */
@NullMarked
package za.lexohub.projectors.proforma;

import org.jspecify.annotations.NullMarked;
